package risk

import (
	"context"
	"math"
	"sync/atomic"

	"headroom/scenario"
	"headroom/scenario/outcomes"
	"headroom/scenario/plot"
	"headroom/scenario/simulate"
	"headroom/ui/live"
)

// runs makes the runs that the view shows. What a frame has to show, probabilities,
// percentiles and means, is run at once, within the frame of the edit; aside follow the
// errors, the ranking and how often how much is paid, of the same paths, and where more
// paths are asked for the full run, which takes the place of this coarse one.
type runs struct {
	view    *View
	options simulate.Options // asked for; Paths may be more than are run at once
	of      scenario.Scenario
	subject plot.Subject
	result  simulate.Result
	counted outcomes.Paid
	known   bool // whether result is of the scenario
	settled bool // whether it has its errors and ranking, and counted is of the same run
	coarse  bool // whether fewer paths than asked for
	p       *scenario.Prepared
	key     runKey

	near  simulate.Simulator // of what is run at once
	far   simulate.Simulator // of what is run aside, by one at a time
	full  *live.Latest[*ran]
	part  *atomic.Uint64 // of the full run that is done
	given bool           // whether the full run was given up
}

// ran is what a run aside says.
type ran struct {
	result  simulate.Result
	counted outcomes.Paid
}

// A runKey says what a run depends on.
type runKey struct {
	id       string
	revision int
	paths    int
	seed     uint64
	sampling simulate.Sampling
}

func newRuns(v *View) *runs {
	r := &runs{view: v, options: simulate.Options{Paths: simulate.DefaultPaths, Seed: 1, Sampling: simulate.Sobol}}
	r.full = live.NewLatest[*ran](v.desk.Live)
	return r
}

// ask asks for another run of whatever is selected.
func (r *runs) ask(o simulate.Options) {
	if o.Paths == 0 {
		o.Paths = simulate.DefaultPaths
	}
	if o.Seed == 0 {
		o.Seed = 1
	}
	if o.Sampling == "" {
		o.Sampling = simulate.Sobol
	}
	r.options = o
}

// atOnce returns the run that is made within a frame.
func (r *runs) atOnce() simulate.Options {
	o := r.options
	o.Paths = min(o.Paths, simulate.DefaultPaths)
	return o
}

// show makes the run of a scenario, unless it is known.
func (r *runs) show(s scenario.Scenario) {
	key := runKey{s.ID, r.view.desk.Session.ScenarioRevision(s.ID), r.options.Paths, r.options.Seed, r.options.Sampling}
	if key == r.key && r.known {
		return
	}
	r.drop()
	r.key, r.of, r.subject = key, s, r.view.desk.Book.Subject(s)
	// The session lets no unsound scenario in, and fields no unsound options.
	var err error
	if r.p, err = scenario.Prepare(s); err != nil {
		return
	}
	o := r.atOnce()
	o.Coarse, o.Percentiles = true, levels // no more than a frame shows
	var result simulate.Result
	if err := r.near.Run(context.Background(), r.p, o, &result); err != nil {
		return
	}
	r.result, r.known, r.coarse = result, true, r.options.Paths > o.Paths
	r.part, r.given = &atomic.Uint64{}, false
	r.aside(r.atOnce())
}

// aside makes a run with all that is shown, aside. The coarse result stays until a full
// one is there.
func (r *runs) aside(o simulate.Options) {
	key, p, live := r.key, r.p, r.view.desk.Live
	r.full.Ask(func(ctx context.Context) *ran {
		live.Rested(ctx)
		var out ran
		if r.far.Run(ctx, p, o, &out.result) != nil {
			return nil
		}
		var err error
		if out.counted, err = outcomes.Count(ctx, &r.far, p, o); err != nil {
			return nil
		}
		return &out
	}, func(out *ran) {
		if out == nil || key != r.key {
			return
		}
		larger := out.result.Paths > r.result.Paths
		r.result, r.counted, r.settled = out.result, out.counted, true
		r.coarse = r.options.Paths > out.result.Paths
		if larger {
			r.view.display()
		} else {
			r.view.settle()
		}
		if r.coarse && !r.given {
			r.aside(r.large())
		}
	})
}

// large returns the full run, which tells how far it is.
func (r *runs) large() simulate.Options {
	o, part, do := r.options, r.part, r.view.desk.Live.Do
	o.Progress = func(done float64) {
		part.Store(math.Float64bits(done))
		do(func() {
			if part == r.part {
				r.view.inputs.showRun()
			}
		})
	}
	return o
}

// turn gives the full run up, and the coarse result stays; or it makes the run that was
// given up after all.
func (r *runs) turn() {
	switch {
	case !r.coarse:
		return
	case r.given:
		r.given = false
		r.part.Store(0)
		if r.settled {
			r.aside(r.large())
		}
	default:
		r.given = true
		if r.settled {
			r.full.Drop()
		}
	}
	r.view.inputs.showRun()
}

// drop forgets what was run.
func (r *runs) drop() {
	r.full.Drop()
	r.known, r.settled, r.coarse, r.part = false, false, false, nil
}

// progress returns which part of the full run is done, and false where none is made.
func (r *runs) progress() (float64, bool) {
	if r.part == nil || !r.coarse || r.given {
		return 0, false
	}
	return math.Float64frombits(r.part.Load()), true
}
