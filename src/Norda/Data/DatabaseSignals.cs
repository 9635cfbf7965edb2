using System.Threading.Channels;
using Npgsql;

namespace Norda.Data;

/// <summary>
/// Short words between instances by PostgreSQL's LISTEN and NOTIFY. SQLite has one instance and needs none. A word that is lost while
/// the database is away is lost: nothing may hang on it.
/// </summary>
public sealed class DatabaseSignals(IConfiguration configuration, ILogger<DatabaseSignals> log)
{
    private const string Name = "norda_live";
    private const int MostWaiting = 10_000;
    private const int AtOnce = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly string connection = DatabaseModule.Connection(configuration);
    private readonly Channel<string> waiting = Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public bool AreNeeded => !DatabaseModule.IsSqlite(connection);

    /// <summary>Returns at once; the word goes out with the next handful.</summary>
    public void Send(string word) => waiting.Writer.TryWrite(word);

    /// <summary>Until cancelled. The connection is its own: it waits for hours.</summary>
    public Task Listen(Action<string> heard, CancellationToken cancel) => Again(async () =>
    {
        await using var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(PostgresDb.WithLimits(connection)) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await session.OpenAsync(cancel);
        session.Notification += (_, word) => heard(word.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Name}", session))
            await listen.ExecuteNonQueryAsync(cancel);
        while (true)
            await session.WaitAsync(cancel);
    }, cancel);

    /// <summary>Until cancelled: sends what waits, as many words in one statement as there are.</summary>
    public Task Deliver(CancellationToken cancel) => Again(async () =>
    {
        while (await waiting.Reader.WaitToReadAsync(cancel))
        {
            var words = new HashSet<string>(StringComparer.Ordinal);
            while (words.Count < AtOnce && waiting.Reader.TryRead(out var word))
                words.Add(word);
            await using var session = new NpgsqlConnection(PostgresDb.WithLimits(connection));
            await session.OpenAsync(cancel);
            await using var notify = new NpgsqlCommand($"SELECT pg_notify('{Name}', word) FROM unnest(@words) word", session) { Parameters = { new("words", words.ToArray()) } };
            await notify.ExecuteNonQueryAsync(cancel);
        }
    }, cancel);

    private async Task Again(Func<Task> work, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await work();
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogWarning("Words between instances wait: {Reason}", fault.GetBaseException().Message);
                await Task.Delay(Pause, cancel);
            }
        }
    }
}
