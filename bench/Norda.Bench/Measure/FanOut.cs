using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Norda.Bench.Data;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Notifications;
using Norda.Features.Notifications.Stream;
using Norda.Platform.Contributions;

namespace Norda.Bench.Measure;

/// <summary>One notice for many people: statements, seconds with the commit, and seconds of the processor that worked on it; medians of five notices.</summary>
internal sealed class FanOut(string server)
{
    private const int People = 100_000;
    private const int Rounds = 5;
    private static readonly int[] Told = [1_000, People];
    private static readonly NotificationKind Kind = new("bench", "Bench", "news", NotificationChannel.Daily);

    public async Task<string> Run()
    {
        var lines = new List<string> { "| | people | statements | seconds |", "|---|---|---|---|" };
        await using (var postgres = PostgresFill.Open($"{server};Database=norda_bench_people;Include Error Detail=true"))
            await Measure("PostgreSQL", postgres, lines);
        var options = new DbContextOptionsBuilder<SqliteDb>();
        Directory.CreateDirectory("var/bench");
        SqliteDb.Configure(options, "Data Source=var/bench/people.db");
        await using (var sqlite = new SqliteDb(options.Options))
            await Measure("SQLite", sqlite, lines);
        return string.Join('\n', lines);
    }

    private static async Task Measure(string name, AppDb db, List<string> lines)
    {
        await db.Database.EnsureDeletedAsync();
        await new Migrator(db).Run(default);
        await Fill(db);
        using var counter = new Statements();
        var notifier = new Notifier(db, new Live(db, new LiveFeed()), TimeProvider.System);
        foreach (var people in Told)
        {
            var (seconds, processor, statements) = (new List<double>(), new List<double>(), 0L);
            for (var round = 0; round < Rounds; round++)
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                var worker = db.Database.IsNpgsql() ? await db.Database.SqlQuery<int>($"select pg_backend_pid() as \"Value\"").SingleAsync() : Environment.ProcessId;
                var (watch, before, spent) = (Stopwatch.StartNew(), counter.Count, Processor.Milliseconds(worker));
                await notifier.TellAll(db.Users.Where(u => u.IsActive).OrderBy(u => u.Id).Take(people).Select(u => u.Id), new Notice(Kind, $"bench:{people}:{round}", "Walne zebranie w czwartek o 17", "/wydarzenia/1") { Message = "Zapisy do środy." }, default);
                await transaction.CommitAsync();
                seconds.Add(watch.Elapsed.TotalSeconds);
                processor.Add((Processor.Milliseconds(worker) - spent) / 1000 ?? double.NaN);
                statements = counter.Count - before;
            }

            var told = await db.Set<UserNotification>().CountAsync(n => n.UniqueKey == $"bench:{people}:0");
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"| {name} | {told:#,0} | {statements} | {seconds.At(.5):0.00} | {processor.At(.5):0.00} |"));
        }
    }

    private static async Task Fill(AppDb db)
    {
        var rows = Enumerable.Range(1, People).Select(i => new User
        {
            Name = $"Osoba {i}", Email = $"o{i}@osoby.example", UserName = $"o{i}@osoby.example", NormalizedEmail = $"O{i}@OSOBY.EXAMPLE", NormalizedUserName = $"O{i}@OSOBY.EXAMPLE",
            SecurityStamp = "bench", ConcurrencyStamp = "bench", EmailConfirmed = true,
        }).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Insert(rows, default);
        await transaction.CommitAsync();
    }

    /// <summary>Commands that the app sends besides those of EF Core.</summary>
    private sealed class Statements : IDisposable
    {
        private readonly MeterListener listener = new();

        public Statements()
        {
            listener.InstrumentPublished = (instrument, to) =>
            {
                if (instrument is { Meter.Name: "Norda.Data", Name: "norda.search.commands" })
                    to.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((_, commands, _, _) => Count += commands);
            listener.Start();
        }

        public long Count { get; private set; }

        public void Dispose() => listener.Dispose();
    }
}
