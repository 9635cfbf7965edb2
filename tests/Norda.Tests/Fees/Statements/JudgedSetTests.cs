using Microsoft.EntityFrameworkCore;
using Norda.Features.Directory;
using Norda.Features.Fees;
using Norda.Features.Fees.Statements;
using Norda.Features.Membership;
using Norda.Platform;

namespace Norda.Tests.Fees.Statements;

/// <summary>120 members, and a month of transfers whose truth is known: read from a file, matched and booked by the application itself.</summary>
public sealed class JudgedSetTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task None_is_booked_wrongly_and_nine_of_ten_fees_book_themselves()
    {
        var firms = JudgedTransfers.Firms();
        var companies = await Fill(firms);
        var judged = JudgedTransfers.Transfers(firms);
        Assert.InRange(judged.Count, 200, 400);
        var statement = await app.Brings(BankFiles.Camt(8, [.. judged.Select((j, i) => j.Transfer with { Reference = $"J{i:0000}" })]));

        var booked = (await app.Db(db => db.Set<BankTransfer>().AsNoTracking().Where(t => t.StatementId == statement).ToListAsync())).ToDictionary(t => t.Reference!);
        var results = judged.Select((j, i) => (Judged: j, Found: booked[$"J{i:0000}"])).ToList();
        var wrong = results.Where(r => r.Found.State == TransferState.Booked && (r.Judged.Firm is not { } firm || r.Found.CompanyId != companies[firm])).ToList();
        var fees = results.Where(r => r.Judged.Firm is not null).ToList();
        var automatic = fees.Count(r => r.Found.State == TransferState.Booked);
        Console.WriteLine($"   judged set: {judged.Count} transfers, {fees.Count} fees; automatic {automatic}, proposed {results.Count(r => r.Found.State == TransferState.Proposed)}, asked {results.Count(r => r.Found.State == TransferState.Asked)}, wrong {wrong.Count}");
        foreach (var kind in results.GroupBy(r => r.Judged.Kind))
            Console.WriteLine($"     {kind.Key}: {kind.Count()}, automatic {kind.Count(r => r.Found.State == TransferState.Booked)}, proposed {kind.Count(r => r.Found.State == TransferState.Proposed)} (right {kind.Count(r => r.Found.State == TransferState.Proposed && r.Judged.Firm is { } f && r.Found.CompanyId == companies[f])}), asked {kind.Count(r => r.Found.State == TransferState.Asked)}");

        Assert.Empty(wrong.Select(r => $"{r.Judged.Transfer.Title} / {r.Judged.Transfer.Name}: {r.Found.Reasons}"));
        Assert.True(automatic >= 0.9 * fees.Count, string.Join('\n', fees.Where(r => r.Found.State != TransferState.Booked && r.Judged.Kind != "hard").Select(r => $"{r.Judged.Transfer.Title} / {r.Judged.Transfer.Name}: {r.Found.Points} {r.Found.Reasons}")));
        Assert.Equal(automatic, await app.Db(db => db.Set<FeePayment>().CountAsync(p => p.Source == PaymentSource.Statement)));
    }

    private async Task<IReadOnlyList<int>> Fill(IReadOnlyList<JudgedFirm> firms) => await app.Db(async db =>
    {
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var companies = firms.Select((f, i) => new Company { Name = f.Name, Slug = $"sad-{i}", Nip = f.Nip, CreatedAt = now, UpdatedAt = now }).ToList();
        db.AddRange(companies);
        await db.SaveChangesAsync();
        foreach (var (firm, company) in firms.Zip(companies))
        {
            db.Add(new Member { Number = firm.Number, CompanyId = company.Id, Since = new(2020, 1, 1) });
            db.AddRange(Enumerable.Range(12 - firm.OpenMonths, firm.OpenMonths).Select(m => new Fee { CompanyId = company.Id, FeeYear = 2026, FeeMonth = m, ThroughMonth = m, Amount = firm.Monthly, DueDate = new(2026, m, 28) }));
            if (firm.IsAccountKnown)
                db.Add(new PayerAccount { Account = firm.Account, CompanyId = company.Id, ConfirmedAt = now });
        }

        await db.SaveChangesAsync();
        return companies.ConvertAll(c => c.Id);
    });
}
