using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Directory;
using Norda.Features.Fees;
using Norda.Features.Fees.Statements;
using Norda.Features.Membership;
using Norda.Platform;

namespace Norda.Tests.Fees.Statements;

/// <summary>A long statement; NORDA_LINES=100000 makes it as long as the one that was measured.</summary>
public sealed class LargeStatementTests(TestApp app) : IClassFixture<TestApp>
{
    private const int Members = 300;

    [Fact]
    public async Task A_long_statement_is_taken_whole_and_worked_off()
    {
        var lines = int.TryParse(Environment.GetEnvironmentVariable("NORDA_LINES"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 4000;
        var nips = await Fill();
        var chance = new Random(1);
        Paid[] paid = [.. Enumerable.Range(0, lines).Select(i => new Paid(new(2026, 11, 1 + (i % 20)), 50 + (i % 900), $"KONTRAHENT {i % 5000} SP. Z O.O.", BankFiles.Account(chance), $"FV {i}/11/2026 ZA TOWAR") { Reference = $"D{i:000000}" })];
        var every = lines / Members;
        for (var i = 0; i < Members; i++)
            paid[i * every] = new(new(2026, 11, 20), 150, $"CZŁONEK {i} SP. Z O.O.", BankFiles.Account(chance), $"SKLADKA XI NIP {nips[i]}") { Reference = $"C{i:000000}" };
        var file = BankFiles.Pko(paid);
        GC.Collect();
        var (before, began) = (GC.GetTotalAllocatedBytes(), TimeProvider.System.GetTimestamp());

        var imported = await app.Run<ImportStatement, Imported>(verb => verb.Run(new MemoryStream(file), "dlugi.sta", CancellationToken.None));
        var taken = TimeProvider.System.GetElapsedTime(began);
        await app.Finished(imported.StatementId!.Value);

        Console.WriteLine($"   {lines} transfers, {file.Length / 1024.0 / 1024:0.0} MB: taken in {taken.TotalSeconds:0.0} s, worked off in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s, {(GC.GetTotalAllocatedBytes() - before) / 1024 / 1024} MB allocated, process at most {Peak()}");
        var states = await app.Db(db => db.Set<BankTransfer>().GroupBy(t => t.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        Assert.Equal((Members, lines - Members), (states[TransferState.Booked], states[TransferState.Asked]));
        Assert.Equal(Members, await app.Db(db => db.Set<FeePayment>().CountAsync()));
    }

    private static string Peak() => File.Exists("/proc/self/status") ? File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal))[6..].Trim() : "?";

    private Task<List<string>> Fill() => app.Db(async db =>
    {
        var (now, nips) = (app.Clock.GetUtcNow().UtcDateTime, new List<string>());
        for (var i = 0; nips.Count < Members; i++)
            if (Nip.TryParse(string.Create(CultureInfo.InvariantCulture, $"59{i:00000000}"), out var nip))
                nips.Add(nip);
        var firms = nips.Select((nip, i) => new Company { Name = $"Członek {i} Sp. z o.o.", Slug = $"czlonek-{i}", Nip = nip, CreatedAt = now, UpdatedAt = now }).ToList();
        db.AddRange(firms);
        await db.SaveChangesAsync();
        db.AddRange(firms.Select((f, i) => new Member { Number = 500 + i, CompanyId = f.Id, Since = new(2020, 1, 1) }));
        db.AddRange(firms.Select(f => new Fee { CompanyId = f.Id, FeeYear = 2026, FeeMonth = 11, ThroughMonth = 11, Amount = 150, DueDate = new(2026, 11, 30) }));
        await db.SaveChangesAsync();
        return nips;
    });
}
