using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Features.Directory;
using Norda.Features.Fees;
using Norda.Features.Fees.Payments;
using Norda.Features.Fees.Statements;
using Norda.Features.Membership;
using Norda.Features.Notifications;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Tests.Fees.Statements;

/// <summary>Celina, the treasurer, brings files of the bank.</summary>
public sealed class StatementTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_file_is_read_and_what_is_sure_is_booked_and_the_treasurer_is_told()
    {
        var celinaPerson = await app.Person("Celina", staff: Role.Treasurer);
        var celina = await app.As(celinaPerson);
        var (firm, nip) = await app.Payer("Pewna", 9, 10, 11);

        var answer = await celina.Uploads(BankFiles.Pko(StatementKit.Pays(firm, 300, $"Składka IX-X NIP {nip}"), StatementKit.Pays("OBCY SP. Z O.O.", 99, "FV 7/2026"), StatementKit.Pays("KTOŚ", 5, "nie wiadomo za co")));
        var statement = int.Parse(answer.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        await app.Finished(statement);

        Assert.Equal([100m, 100m, 0m], (await app.FeesOf(firm)).Select(f => 100 * f.AmountPaid / 150));
        Assert.Equal([TransferState.Booked, TransferState.Asked, TransferState.Asked], (await app.Transfers(statement)).Select(t => t.State));
        var page = await celina.Statement(statement);
        Assert.Equal(["2", "1", "0"], page.QuerySelectorAll(".seg .count").Select(c => c.TextContent));
        Assert.Contains("tytuł mówi o czymś innym", page.Body!.TextContent, StringComparison.Ordinal);
        var booked = await celina.Statement(statement, "?f=zaksiegowane");
        Assert.Contains("NIP firmy w tytule +60", Words(booked.QuerySelector(".why")!), StringComparison.Ordinal);
        Assert.Contains("dopasowane 1 z 3", await app.Db(db => db.Set<UserNotification>().Where(n => n.UserId == celinaPerson.Id).Select(n => n.Title).SingleAsync()), StringComparison.Ordinal);
        var payment = await app.Db(db => db.Set<FeePayment>().SingleAsync(p => p.CompanyId == firm.Id));
        Assert.Equal((300m, StatementKit.Day, PaymentSource.Statement), (payment.Amount, payment.PaidOn, payment.Source));
    }

    [Fact]
    public async Task The_same_file_under_another_name_and_files_that_overlap_book_once()
    {
        var (firm, nip) = await app.Payer("Raz", 8, 9, 10, 11);
        var (one, two, three) = (StatementKit.Pays(firm, 150, $"składka VIII NIP {nip}") with { Reference = "RAZ1" }, StatementKit.Pays(firm, 150, $"składka IX NIP {nip}") with { Reference = "RAZ2" }, StatementKit.Pays(firm, 150, $"składka X NIP {nip}") with { Reference = "RAZ3" });
        var first = await app.Brings(BankFiles.Pko(one, two));

        Assert.Equal(first, await app.Brings(BankFiles.Pko(one, two), "inna-nazwa.txt"));
        await app.Brings(BankFiles.Pko(two, three));

        Assert.Equal(450, await app.Paid(firm));
        Assert.Equal((1, 1), await app.Db(db => db.Set<BankStatement>().OrderByDescending(s => s.Id).Select(s => new ValueTuple<int, int>(s.Incoming, s.Known)).FirstAsync()));
    }

    [Fact]
    public async Task Two_equal_transfers_of_one_day_are_two_also_in_a_file_that_overlaps()
    {
        var (firm, nip) = await app.Payer("Dwa równe", 8, 9, 10, 11);
        var same = StatementKit.Pays(firm, 150, $"składka równa NIP {nip}");
        await app.Brings(BankFiles.MBankCsv(same, same), "a.csv");
        await app.Brings(BankFiles.MBankCsv(same, same, same), "b.csv");

        Assert.Equal(3, await app.Db(db => db.Set<BankTransfer>().CountAsync(t => t.PayerName == same.Name)));
    }

    [Fact]
    public async Task The_same_transfer_from_another_kind_of_file_waits_for_a_person()
    {
        var (firm, nip) = await app.Payer("Dwa formaty", 9, 10);
        var paid = StatementKit.Pays(firm, 150, $"Składka dwa formaty NIP {nip}");
        await app.Brings(BankFiles.Pko(paid));
        var second = await app.Brings(BankFiles.MBankCsv(paid), "ten-sam.csv");

        Assert.Equal(150, await app.Paid(firm));
        Assert.Equal(TransferState.Proposed, (await app.Transfers(second)).Single().State);
    }

    [Fact]
    public async Task Files_brought_by_several_at_once_book_once()
    {
        var (firm, nip) = await app.Payer("Wyścig", 8, 9, 10, 11);
        Paid[] paid = [.. Enumerable.Range(0, 4).Select(i => StatementKit.Pays(firm, 150, $"składka {i} NIP {nip}") with { Reference = $"WYSCIG{i}" })];
        byte[][] files = [BankFiles.Pko(paid), BankFiles.Pko(paid), BankFiles.Pko(paid[..3]), BankFiles.Pko(paid[1..]), BankFiles.Pko(paid[2..]), BankFiles.Pko(paid)];

        var brought = await Task.WhenAll(files.Select((f, i) => app.Brings(f, $"{i}.sta")));

        Assert.Equal(4, brought.Distinct().Count());
        Assert.Equal(4, await app.Db(db => db.Set<BankTransfer>().CountAsync(t => t.Reference!.StartsWith("WYSCIG"))));
        Assert.Equal((600m, 4), (await app.Paid(firm), await app.Db(db => db.Set<FeePayment>().CountAsync(p => p.CompanyId == firm.Id))));
    }

    [Fact]
    public async Task Instances_that_work_on_one_statement_book_each_transfer_once()
    {
        var (firm, nip) = await app.Payer("Instancje", 1, 2, 3, 4, 5, 6, 7, 8);
        var imported = await app.Run<ImportStatement, Imported>(verb => verb.Run(new MemoryStream(BankFiles.Pko([.. Enumerable.Range(0, 8).Select(i => StatementKit.Pays(firm, 150, $"składka {i} NIP {nip}") with { Reference = $"INST{i}" })])), "i.sta", CancellationToken.None));
        var id = imported.StatementId!.Value;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Record.ExceptionAsync(() => app.Run<MatchTransfers, bool>(verb => verb.Run(id, CancellationToken.None))).AsTask()));
        app.Clock.Advance(TimeSpan.FromMinutes(3)); // who gave way to another looks again
        await app.Run<WorkStatements, int>(verb => verb.Run(CancellationToken.None));
        await app.Finished(id);

        Assert.Equal((1200m, 8), (await app.Paid(firm), await app.Db(db => db.Set<FeePayment>().CountAsync(p => p.CompanyId == firm.Id))));
        Assert.Equal(8, await app.Db(db => db.Set<TransferShare>().CountAsync(s => s.CompanyId == firm.Id)));
    }

    [Fact]
    public async Task What_an_instance_left_half_done_is_finished_once()
    {
        var (firm, nip) = await app.Payer("Przerwane", 9, 10);
        var statement = await app.Brings(BankFiles.Pko(StatementKit.Pays(firm, 150, "nic nie mówi"), StatementKit.Pays(firm, 150, $"składka NIP {nip}")));
        var waiting = (await app.Transfers(statement)).Single(t => t.State != TransferState.Booked);
        var now = app.Clock.GetUtcNow().UtcDateTime;
        await app.Db(async db =>
        {
            db.Add(new TransferShare { TransferId = waiting.Id, CompanyId = firm.Id, Amount = 150 }); // the power went before the payment
            await db.Set<BankTransfer>().Where(t => t.Id == waiting.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.State, TransferState.Booked));
            await db.SaveChangesAsync();
        });

        for (var i = 0; i < 2; i++)
            await app.Run<WorkStatements, int>(verb => verb.Run(CancellationToken.None));

        Assert.Equal(300, await app.Paid(firm));
    }

    [Fact]
    public async Task A_table_of_an_unknown_bank_is_explained_once()
    {
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        var (firm, nip) = await app.Payer("Nieznany bank", 9, 10, 11);
        var answer = await celina.Uploads(BankFiles.OtherCsv(StatementKit.Pays(firm, 150, $"składka IX NIP {nip}")), "historia.csv");
        var columns = answer.Headers.Location!.ToString();
        Assert.EndsWith("/kolumny", columns, StringComparison.Ordinal);
        Assert.Equal(["Kiedy", "Rodzaj", "Ile", "Od kogo", "Z konta", "Po co"], (await (await celina.GetAsync(columns)).Page()).QuerySelectorAll("thead th").Select(h => h.TextContent));
        Dictionary<string, string> chosen = new() { ["Data"] = "0", ["Kwota"] = "2", ["Nazwa"] = "3", ["Rachunek"] = "4", ["Tytul"] = "5" };

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await celina.Fill(columns, "Wczytaj wyciąg", new(chosen) { ["Data"] = "1" })).StatusCode);
        var taken = await celina.Fill(columns, "Wczytaj wyciąg", chosen);
        await app.Finished(int.Parse(taken.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(150, await app.Paid(firm));

        await app.Brings(BankFiles.OtherCsv(StatementKit.Pays(firm, 150, $"składka X NIP {nip}")), "historia-2.csv");
        Assert.Equal(300, await app.Paid(firm));
    }

    [Fact]
    public async Task A_wrong_file_is_refused_beside_its_field_and_changes_nothing()
    {
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        var before = await app.Db(db => db.Set<BankStatement>().CountAsync());
        var broken = BankFiles.Windows.GetBytes(BankFiles.Windows.GetString(BankFiles.Pko(StatementKit.Pays("A", 150, "x"), StatementKit.Pays("B", 10, "y"))).Replace("CN10,00", "CN11,00", StringComparison.Ordinal));

        var answer = await celina.Uploads(broken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("saldo początkowe", (await answer.Page()).QuerySelector("#plik-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await app.Db(db => db.Set<BankStatement>().CountAsync()));
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
