package sweep

import (
	"sync"
	"sync/atomic"
)

// divided does n pieces of work on a number of goroutines, the caller's own among them.
// Each makes what it needs for itself once, and takes the next piece as it comes free;
// so what a piece gives must not depend on the others.
func divided(n, workers int, worker func() func(piece int)) {
	var next atomic.Int64
	run := func() {
		for do := worker(); ; {
			piece := int(next.Add(1)) - 1
			if piece >= n {
				return
			}
			do(piece)
		}
	}
	var all sync.WaitGroup
	for range min(workers, n) - 1 {
		all.Go(run)
	}
	run()
	all.Wait()
}
