package sqlite

import (
	"context"
	"time"

	codes "modernc.org/sqlite/lib"
)

// attempts is how often a lock that another process holds is waited for, each
// time for as long as busy_timeout says: about a minute in all. SQLite's locks
// have no queue, so that with several busy writers one may go empty-handed for
// longer than a single timeout.
const attempts = 12

// pause stands between two attempts, for the locks that SQLite gives no timeout.
const pause = 100 * time.Millisecond

// whileBusy does what needs a lock of the database again until it gets it.
func whileBusy(ctx context.Context, do func() error) error {
	var err error
	for range attempts {
		if err = do(); !isBusy(err) {
			return err
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return err
}

// isBusy reports whether an error says that another process holds a lock.
func isBusy(err error) bool { return code(err) == codes.SQLITE_BUSY }
