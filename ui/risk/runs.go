package risk

import (
	"context"
	"math"
	"sync/atomic"

	"headroom/scenario"
	"headroom/scenario/plot"
	"headroom/scenario/simulate"
	"headroom/ui/live"
)

// runs makes the runs that the view shows: a coarse one at once, within the frame of the
// edit, and where more paths are asked for a full one aside, which then takes its place.
type runs struct {
	view    *View
	options simulate.Options // asked for; Paths may be more than are run at once
	of      scenario.Scenario
	subject plot.Subject
	result  simulate.Result
	known   bool // whether result is of the scenario
	coarse  bool // whether fewer paths than asked for
	p       *scenario.Prepared
	key     runKey

	near  simulate.Simulator // of what is run at once
	far   simulate.Simulator // of what is run aside, by one at a time
	full  *live.Latest[*simulate.Result]
	part  *atomic.Uint64 // of the full run that is done
	given bool           // whether the full run was given up
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
	r.full = live.NewLatest[*simulate.Result](v.desk.Live)
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
	o := r.options
	o.Paths = min(o.Paths, simulate.DefaultPaths)
	if err := r.near.Run(context.Background(), r.p, o, &r.result); err != nil {
		return
	}
	r.known, r.coarse = true, r.options.Paths > o.Paths
	if r.coarse {
		r.aside()
	}
}

// aside makes the full run aside.
func (r *runs) aside() {
	o, p, part := r.options, r.p, &atomic.Uint64{}
	key, do := r.key, r.view.desk.Live.Do
	o.Progress = func(done float64) {
		part.Store(math.Float64bits(done))
		do(func() {
			if part == r.part {
				r.view.inputs.showRun()
			}
		})
	}
	// The coarse result stays until the full one is there.
	r.part, r.given = part, false
	r.full.Ask(func(ctx context.Context) *simulate.Result {
		var result simulate.Result
		if r.far.Run(ctx, p, o, &result) != nil {
			return nil
		}
		return &result
	}, func(result *simulate.Result) {
		if result == nil || key != r.key {
			return
		}
		r.result, r.coarse = *result, false
		r.view.display()
	})
}

// giveUp gives the full run up; the coarse result stays.
func (r *runs) giveUp() {
	r.full.Drop()
	r.given = true
	r.view.inputs.showRun()
}

// drop forgets what was run.
func (r *runs) drop() {
	r.full.Drop()
	r.known, r.coarse, r.part = false, false, nil
}

// progress returns which part of the full run is done, and false where none is made.
func (r *runs) progress() (float64, bool) {
	if r.part == nil || !r.coarse || r.given {
		return 0, false
	}
	return math.Float64frombits(r.part.Load()), true
}
