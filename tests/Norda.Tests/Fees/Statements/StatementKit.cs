using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Directory;
using Norda.Features.Fees;
using Norda.Features.Fees.Statements;
using Norda.Platform;

namespace Norda.Tests.Fees.Statements;

/// <summary>Brings files of the bank and waits until they are worked off.</summary>
internal static class StatementKit
{
    public static readonly DateOnly Day = new(2026, 11, 20);
    private static int nips = 100_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public static async Task<int> Brings(this TestApp app, byte[] file, string name = "wyciag.sta")
    {
        var imported = await app.Run<ImportStatement, Imported>(verb => verb.Run(new MemoryStream(file), name, CancellationToken.None));
        Assert.Null(imported.Outcome.Refusal);
        await app.Finished(imported.StatementId!.Value);
        return imported.StatementId.Value;
    }

    public static async Task Finished(this TestApp app, int statement)
    {
        for (var until = TimeProvider.System.GetUtcNow() + Patience; TimeProvider.System.GetUtcNow() < until; await Task.Delay(30))
            if (await app.Db(db => db.Set<BankStatement>().AnyAsync(s => s.Id == statement && (s.FinishedAt != null || s.UndoneAt != null))))
                return;
        Assert.Fail("The statement was not worked off.");
    }

    /// <summary>Posts the file as the page does.</summary>
    public static async Task<HttpResponseMessage> Uploads(this HttpClient browser, byte[] file, string name = "wyciag.sta")
    {
        var page = await (await browser.GetAsync("/biuro/skladki/wyciagi")).Page();
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "plik", name },
        };
        return await browser.PostAsync("/biuro/skladki/wyciagi/wczytaj", form);
    }

    public static Task<List<BankTransfer>> Transfers(this TestApp app, int statement) => app.Db(db => db.Set<BankTransfer>().AsNoTracking().Include(t => t.Company).Where(t => t.StatementId == statement).OrderBy(t => t.Id).ToListAsync());

    /// <summary>A member with a tax number and fees of 150 zł for the months.</summary>
    public static async Task<(Company Firm, string Nip)> Payer(this TestApp app, string name, params int[] months)
    {
        string nip;
        while (!Nip.TryParse($"58{Interlocked.Increment(ref nips):00000000}", out nip!))
            continue;
        var firm = await app.Member(name, new(2020, 3, 2));
        await app.Db(db => db.Companies.Where(c => c.Id == firm.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Nip, nip)));
        await app.Owes(firm, 150, months);
        return (firm, nip);
    }

    public static Paid Pays(Company firm, decimal amount, string title) => Pays(firm.Name, amount, title);

    public static Paid Pays(string name, decimal amount, string title) => new(Day, amount, name, BankFiles.Account(new Random(name.Length + title.Length)), title) { Reference = $"{title.GetHashCode(StringComparison.Ordinal):X8}{amount:0}" };

    public static Task<List<Fee>> FeesOf(this TestApp app, Company firm) => app.Db(db => db.Set<Fee>().AsNoTracking().Where(f => f.CompanyId == firm.Id).OrderBy(f => f.FeeMonth).ToListAsync());

    /// <summary>By the ledger: payments that stand.</summary>
    public static Task<decimal> Paid(this TestApp app, Company firm) => app.Db(db => db.Set<FeePayment>().Where(p => p.CompanyId == firm.Id && !db.Set<PaymentReversal>().Any(r => r.PaymentId == p.Id)).SumAsync(p => p.Amount));

    public static async Task<IDocument> Statement(this HttpClient browser, int statement, string query = "") => await (await browser.GetAsync($"/biuro/skladki/wyciagi/{statement}{query}")).Page();
}
