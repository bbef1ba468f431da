package simulate

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"headroom/scenario/simulate/draw"
	"headroom/scenario/simulate/lanes"
	"headroom/scenario/simulate/rank"
)

// A worker is what one goroutine computes in.
type worker struct {
	paths       block
	other       block // of the other scenario of a race
	drawn       [draw.MaxDims]drawn
	z           amounts       // shocks of growth
	more, late  amounts       // than the projection pays, and reaches the cap
	results     lanes.Results // both
	exponential *lanes.Exponential
	days        []int // how many paths reach the cap on each day, from before the horizon to never
	scratch     []float64
	sifted      []rank.Sifted // by series
	room        rank.Room     // for one
}

// A job is work in parts that may be done in any order, each by any worker.
type job interface {
	do(w *worker, part int)
}

// A crew shares the parts of a job among goroutines.
type crew struct {
	workers []*worker
	help    []func() // what each worker but the first does
	wait    sync.WaitGroup
	job     job
	parts   int
	next    atomic.Int64
	ctx     context.Context

	steps    float64 // blocks of paths of all jobs of a run
	done     atomic.Int64
	telling  sync.Mutex
	progress func(part float64)
	told     float64
}

// set makes a crew of so many goroutines, as many as there are processors where 0.
func (c *crew) set(n int) {
	if n <= 0 {
		n = runtime.GOMAXPROCS(0)
	}
	for len(c.workers) < n {
		w := &worker{exponential: lanes.NewExponential()}
		c.workers = append(c.workers, w)
		c.help = append(c.help, func() {
			defer c.wait.Done()
			c.work(w)
		})
	}
	c.workers, c.help = c.workers[:n], c.help[:n]
}

// run does a job in parts, and returns once all are done or the context has ended.
func (c *crew) run(j job, parts int) error {
	c.job, c.parts = j, parts
	c.next.Store(0)
	for i := 1; i < min(len(c.workers), parts); i++ {
		c.wait.Add(1)
		go c.help[i]()
	}
	c.work(c.workers[0])
	c.wait.Wait()
	return c.ctx.Err()
}

func (c *crew) work(w *worker) {
	for {
		part := int(c.next.Add(1)) - 1
		if part >= c.parts || c.ctx.Err() != nil {
			return
		}
		c.job.do(w, part)
	}
}

// step counts a block of paths, and reports whether to go on.
func (c *crew) step() bool {
	done := c.done.Add(1)
	if done%16 != 0 {
		return true
	}
	if c.ctx.Err() != nil {
		return false
	}
	if c.progress != nil {
		c.telling.Lock()
		if part := float64(c.done.Load()) / c.steps; part >= c.told+0.005 {
			c.told = part
			c.progress(min(part, 1))
		}
		c.telling.Unlock()
	}
	return true
}
