using System.Data.Common;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Norda.Tests;

/// <summary>
/// How many commands a piece of work sends to the database: EF Core's, and those of the search, which count themselves.
/// <c>Assert.Equal(2, await CommandCounter.Count(() =&gt; app.Page("/katalog")))</c>.
/// </summary>
public sealed class CommandCounter : DbCommandInterceptor
{
    public static readonly CommandCounter Instance = new();

    private static readonly AsyncLocal<Tally?> Current = new();
    private static readonly MeterListener Search = Listen();

    private CommandCounter()
    {
    }

    /// <summary>Work that others do at the same time is not counted.</summary>
    public static async Task<int> Count(Func<Task> work)
    {
        var tally = Current.Value = new Tally();
        try
        {
            await work();
            return tally.Commands;
        }
        finally
        {
            Current.Value = null;
        }
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Add(1);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReaderExecuting(command, eventData, result));

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Add(1);
        return result;
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ScalarExecuting(command, eventData, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Add(1);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(NonQueryExecuting(command, eventData, result));

    private static void Add(int commands)
    {
        if (Current.Value is { } tally)
            Interlocked.Add(ref tally.Commands, commands);
    }

    private static MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument is { Meter.Name: "Norda.Data", Name: "norda.search.commands" })
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, commands, _, _) => Add((int)commands));
        listener.Start();
        return listener;
    }

    private sealed class Tally
    {
        public int Commands;
    }
}
