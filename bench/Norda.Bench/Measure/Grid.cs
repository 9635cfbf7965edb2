using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Norda.Data;
using Norda.Features.Directory;
using Norda.Features.Fees;
using Norda.Features.Fees.Grid;
using Norda.Features.Membership;

namespace Norda.Bench.Measure;

/// <summary>The grid of fees: what its page asks the database, first page and overdue firms, over two years of monthly fees.</summary>
internal sealed class Grid(string server)
{
    private const int Rounds = 15;
    private static readonly DateOnly Today = new(2026, 11, 23);

    public async Task<string> Run(int[] scales)
    {
        var lines = new StringBuilder("| database | firms | fees | all, ms (p50) | overdue, ms (p50) | commands |\n|---|---:|---:|---:|---:|---:|\n");
        foreach (var firms in scales)
            foreach (var onPostgres in (bool[])[false, true])
                lines.AppendLine(await Measure(firms, onPostgres));
        return lines.ToString();
    }

    private async Task<string> Measure(int firms, bool onPostgres)
    {
        var counter = new Counter();
        await using var db = await Fresh(firms, onPostgres, counter);
        await Fill(db, firms);
        var grid = new FeeGrid(db);
        var (all, commands) = await Median(grid, GridFilter.All, counter);
        var (overdue, _) = await Median(grid, GridFilter.Overdue, counter);
        return string.Create(CultureInfo.InvariantCulture, $"| {(onPostgres ? "PostgreSQL" : "SQLite")} | {firms:N0} | {firms * 24:N0} | {all:0.0} | {overdue:0.0} | {commands} |");
    }

    /// <summary>As the page does it; the look-up of the session is not in it.</summary>
    private static async Task<(double Milliseconds, int Commands)> Median(FeeGrid grid, GridFilter filter, Counter counter)
    {
        var (times, question) = (new List<double>(), new GridQuestion(2026, filter, 1, null));
        for (var round = 0; round < Rounds; round++)
        {
            (counter.Commands, var watch) = (0, Stopwatch.StartNew());
            await grid.Figures(question, Today, CancellationToken.None);
            await grid.Firms(question with { Filter = GridFilter.All }, Today).CountAsync();
            if (filter != GridFilter.All)
                await grid.Firms(question, Today).CountAsync();
            await grid.Rows(question, 0, GridQuestion.PageSize, Today, CancellationToken.None);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return (times[Rounds / 2], counter.Commands);
    }

    private async Task<AppDb> Fresh(int firms, bool onPostgres, Counter counter)
    {
        AppDb db;
        if (onPostgres)
        {
            var options = new DbContextOptionsBuilder<PostgresDb>();
            PostgresDb.Configure(options, $"{server};Database=norda_bench_grid_{firms};Command Timeout=120");
            db = new PostgresDb(options.AddInterceptors(counter).Options);
        }
        else
        {
            var options = new DbContextOptionsBuilder<SqliteDb>();
            SqliteDb.Configure(options, $"Data Source=var/bench/grid-{firms}.db");
            db = new SqliteDb(options.AddInterceptors(counter).Options);
        }

        await db.Database.EnsureDeletedAsync();
        await new Migrator(db).Run(CancellationToken.None);
        return db;
    }

    private static async Task Fill(AppDb db, int count)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var firms = Enumerable.Range(1, count).Select(i => new Company { Name = $"Firma {i * 7919 % count:00000} {i}", Slug = $"firma-{i}", Address = new Address { Town = "Wejherowo" } }).ToList();
        await db.Number(firms, CancellationToken.None);
        await db.Insert(firms, CancellationToken.None);
        await db.Insert(firms.Select((f, i) => new Member { Number = i + 1, CompanyId = f.Id, Since = new DateOnly(2020, 1, 1) }).ToList(), CancellationToken.None);
        await db.Insert(firms.Select(f => new FeeAccount { CompanyId = f.Id }).ToList(), CancellationToken.None);
        await db.Insert(firms.SelectMany((f, i) => Enumerable.Range(0, 24).Select(m => MakeFee(f.Id, i, 2025 + (m / 12), (m % 12) + 1))).ToList(), CancellationToken.None);
        await transaction.CommitAsync();
        await db.Database.ExecuteSqlAsync($"analyze");
    }

    /// <summary>One firm in ten is late with October, one in four has not paid November.</summary>
    private static Fee MakeFee(int company, int place, int year, int month)
    {
        var open = year == 2026 && (month == 12 || month == 11 && place % 4 == 0 || month == 10 && place % 10 == 0);
        return new Fee
        {
            CompanyId = company, FeeYear = year, FeeMonth = month, ThroughMonth = month, Amount = 150, AmountPaid = open ? 0 : 150, DueDate = new DateOnly(year, month, DateTime.DaysInMonth(year, month)),
            Status = !open ? FeeStatus.Paid : month == 10 ? FeeStatus.Overdue : FeeStatus.Pending,
        };
    }

    private sealed class Counter : DbCommandInterceptor
    {
        public int Commands { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Commands++;
            return ValueTask.FromResult(result);
        }
    }
}
