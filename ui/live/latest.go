package live

import "context"

// A Latest does work aside of which only the newest request counts, such as the
// listing of a folder whose name is being typed. At most one piece of work runs and
// one waits: a newer request takes the place of the one that waits, and tells the
// one that runs, by its context, that nobody wants its result any more. All methods
// belong on the UI goroutine.
type Latest[T any] struct {
	// Unwanted, where set, is given each result that is not shown, on the UI
	// goroutine and before newer work begins: for what has to be let go of.
	Unwanted func(T)

	live    *Live
	stop    context.CancelFunc // of the work that runs, nil while none does
	wanted  bool               // whether the result of what runs is still wanted
	waiting *request[T]
}

type request[T any] struct {
	work func(context.Context) T
	show func(T)
}

// NewLatest returns a Latest whose work l runs.
func NewLatest[T any](l *Live) *Latest[T] { return &Latest[T]{live: l} }

// Ask does work aside and then, on the UI goroutine, shows what it returned, unless
// something newer has been asked or Drop called by then. Work may end early, with
// any result, once its context is done.
func (l *Latest[T]) Ask(work func(context.Context) T, show func(T)) {
	next := &request[T]{work, show}
	if l.stop == nil {
		l.start(next)
		return
	}
	l.Drop()
	l.waiting = next
}

// Drop gives up what was asked: nothing of it is shown.
func (l *Latest[T]) Drop() {
	l.waiting, l.wanted = nil, false
	if l.stop != nil {
		l.stop()
	}
}

// Pending reports whether something asked is still to be shown.
func (l *Latest[T]) Pending() bool { return l.wanted || l.waiting != nil }

func (l *Latest[T]) start(r *request[T]) {
	ctx, stop := context.WithCancel(context.Background())
	l.stop, l.wanted = stop, true
	var result T
	l.live.Run(func() { result = r.work(ctx) }, func() {
		stop()
		l.stop = nil
		wanted := l.wanted
		l.wanted = false
		if !wanted && l.Unwanted != nil {
			l.Unwanted(result)
		}
		if next := l.waiting; next != nil {
			l.waiting = nil
			l.start(next)
		}
		if wanted {
			r.show(result)
		}
	})
}
