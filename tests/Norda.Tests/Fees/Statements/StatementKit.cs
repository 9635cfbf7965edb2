using Microsoft.EntityFrameworkCore;
using Norda.Features.Fees.Statements;

namespace Norda.Tests.Fees.Statements;

/// <summary>Brings files of the bank and waits until they are worked off.</summary>
internal static class StatementKit
{
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
}
