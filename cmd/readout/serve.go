package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/sqlite"
	"github.com/readout/readout/internal/web"
)

func newServeCommand() *cobra.Command {
	var db, address string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the ledger as web pages on this machine",
		Long: `Serve shows the ledger as web pages until Ctrl-C. It listens on this machine alone unless --addr says
otherwise; there are no passwords, so whoever reaches the address can read the ledger.`,
		Args: noArguments,
	}
	addLedgerFlag(cmd, &db)
	cmd.Flags().StringVar(&address, "addr", "127.0.0.1:8080", "`host:port` to listen on; port 0 takes a free one")
	folders := addLexiconFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		own, err := folders()
		if err != nil {
			return err
		}
		lex, err := lexicon.Load(own...)
		if err != nil {
			return err
		}
		if _, _, err := net.SplitHostPort(address); err != nil {
			return usagef("--addr: want host:port, not %q", address)
		}
		ledger, err := openToRead(cmd.Context(), db)
		if err != nil {
			return err
		}
		defer ledger.Close()
		listener, err := net.Listen("tcp", address)
		if err != nil {
			return fmt.Errorf("serve the ledger: %w", err)
		}
		log := slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), nil))
		return serve(cmd.Context(), listener, ledger, lex, log, cmd.OutOrStdout())
	}
	return cmd
}

// The limits of a request; every page is made from the ledger at once, so that none takes long.
const (
	headerTime   = 10 * time.Second
	requestTime  = 30 * time.Second
	answerTime   = 2 * time.Minute
	idleTime     = 2 * time.Minute
	shutdownTime = 10 * time.Second // for requests under way when the server is told to stop
	headerBytes  = 64 << 10
)

// serve answers requests until the context ends and then lets those under way finish. It closes the listener.
func serve(ctx context.Context, listener net.Listener, ledger *sqlite.Store, lex *lexicon.Lexicon, log *slog.Logger, out io.Writer) error {
	defer listener.Close()
	pages, err := web.New(ledger, web.Options{Logger: log, CountryName: lex.StateName})
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler: pages, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn), MaxHeaderBytes: headerBytes,
		ReadHeaderTimeout: headerTime, ReadTimeout: requestTime, WriteTimeout: answerTime, IdleTimeout: idleTime,
	}
	if a, ok := listener.Addr().(*net.TCPAddr); ok && !a.IP.IsLoopback() {
		log.Warn("others on the network can read the ledger", "address", a.String())
	}
	if _, err := fmt.Fprintf(out, "http://%s/\n", listener.Addr()); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serve the ledger: %w", err)
	case <-ctx.Done():
	}
	log.Info("stopping")
	return shutDown(ctx, server)
}

func shutDown(ctx context.Context, server *http.Server) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTime)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		return fmt.Errorf("stop serving: %w", errors.Join(err, server.Close()))
	}
	return nil
}
