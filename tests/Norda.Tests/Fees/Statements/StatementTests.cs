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

/// <summary>Celina, the treasurer, and the bank's files.</summary>
public sealed class StatementTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly DateOnly LongAgo = new(2020, 3, 2);
    private static readonly DateOnly Day = new(2026, 11, 20);
    private static int nips = 100_000;

    [Fact]
    public async Task A_file_is_read_and_what_is_sure_is_booked_and_the_treasurer_is_told()
    {
        var celinaPerson = await app.Person("Celina", staff: Role.Treasurer);
        var celina = await app.As(celinaPerson);
        var (firm, nip) = await Member("Pewna", 9, 10, 11);

        var answer = await celina.Uploads(BankFiles.Pko(Pays(firm, 300, $"Składka IX-X NIP {nip}"), Pays("OBCY SP. Z O.O.", 99, "FV 7/2026"), Pays("KTOŚ", 5, "nie wiadomo za co")));
        var statement = int.Parse(answer.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        await app.Finished(statement);

        Assert.Equal([100m, 100m, 0m], Fraction(await Fees(firm), 150));
        Assert.Equal([TransferState.Booked, TransferState.Asked, TransferState.Asked], (await app.Transfers(statement)).Select(t => t.State));
        var page = await Page(celina, statement);
        Assert.Equal(["2", "1", "0"], page.QuerySelectorAll(".seg .count").Select(c => c.TextContent));
        Assert.Contains("tytuł mówi o czymś innym", page.Body!.TextContent, StringComparison.Ordinal);
        var booked = await Page(celina, statement, "?f=zaksiegowane");
        Assert.Contains("NIP firmy w tytule +60", Words(booked.QuerySelector(".why")!), StringComparison.Ordinal);
        Assert.Contains("dopasowane 1 z 3", await app.Db(db => db.Set<UserNotification>().Where(n => n.UserId == celinaPerson.Id).Select(n => n.Title).SingleAsync()), StringComparison.Ordinal);
        var payment = await app.Db(db => db.Set<FeePayment>().SingleAsync(p => p.CompanyId == firm.Id));
        Assert.Equal((300m, Day, PaymentSource.Statement), (payment.Amount, payment.PaidOn, payment.Source));
    }

    [Fact]
    public async Task The_same_file_under_another_name_and_files_that_overlap_book_once()
    {
        var (firm, nip) = await Member("Raz", 8, 9, 10, 11);
        var (one, two, three) = (Pays(firm, 150, $"składka VIII NIP {nip}") with { Reference = "RAZ1" }, Pays(firm, 150, $"składka IX NIP {nip}") with { Reference = "RAZ2" }, Pays(firm, 150, $"składka X NIP {nip}") with { Reference = "RAZ3" });
        var first = await app.Brings(BankFiles.Pko(one, two));

        Assert.Equal(first, await app.Brings(BankFiles.Pko(one, two), "inna-nazwa.txt"));
        await app.Brings(BankFiles.Pko(two, three));

        Assert.Equal(450, await Paid(firm));
        Assert.Equal((1, 1), await app.Db(db => db.Set<BankStatement>().OrderByDescending(s => s.Id).Select(s => new ValueTuple<int, int>(s.Incoming, s.Known)).FirstAsync()));
    }

    [Fact]
    public async Task Two_equal_transfers_of_one_day_are_two_also_in_a_file_that_overlaps()
    {
        var (firm, nip) = await Member("Dwa równe", 8, 9, 10, 11);
        var same = Pays(firm, 150, $"składka równa NIP {nip}");
        await app.Brings(BankFiles.MBankCsv(same, same), "a.csv");
        await app.Brings(BankFiles.MBankCsv(same, same, same), "b.csv");

        Assert.Equal(3, await app.Db(db => db.Set<BankTransfer>().CountAsync(t => t.PayerName == same.Name)));
    }

    [Fact]
    public async Task The_same_transfer_from_another_kind_of_file_waits_for_a_person()
    {
        var (firm, nip) = await Member("Dwa formaty", 9, 10);
        var paid = Pays(firm, 150, $"Składka dwa formaty NIP {nip}");
        await app.Brings(BankFiles.Pko(paid));
        var second = await app.Brings(BankFiles.MBankCsv(paid), "ten-sam.csv");

        Assert.Equal(150, await Paid(firm));
        Assert.Equal(TransferState.Proposed, (await app.Transfers(second)).Single().State);
    }

    [Fact]
    public async Task Files_brought_by_several_at_once_book_once()
    {
        var (firm, nip) = await Member("Wyścig", 8, 9, 10, 11);
        Paid[] paid = [.. Enumerable.Range(0, 4).Select(i => Pays(firm, 150, $"składka {i} NIP {nip}") with { Reference = $"WYSCIG{i}" })];
        byte[][] files = [BankFiles.Pko(paid), BankFiles.Pko(paid), BankFiles.Pko(paid[..3]), BankFiles.Pko(paid[1..]), BankFiles.Pko(paid[2..]), BankFiles.Pko(paid)];

        var brought = await Task.WhenAll(files.Select((f, i) => app.Brings(f, $"{i}.sta")));

        Assert.Equal(4, brought.Distinct().Count());
        Assert.Equal(4, await app.Db(db => db.Set<BankTransfer>().CountAsync(t => t.Reference!.StartsWith("WYSCIG"))));
        Assert.Equal((600m, 4), (await Paid(firm), await app.Db(db => db.Set<FeePayment>().CountAsync(p => p.CompanyId == firm.Id))));
    }

    [Fact]
    public async Task Instances_that_work_on_one_statement_book_each_transfer_once()
    {
        var (firm, nip) = await Member("Instancje", 1, 2, 3, 4, 5, 6, 7, 8);
        var imported = await app.Run<ImportStatement, Imported>(verb => verb.Run(new MemoryStream(BankFiles.Pko([.. Enumerable.Range(0, 8).Select(i => Pays(firm, 150, $"składka {i} NIP {nip}") with { Reference = $"INST{i}" })])), "i.sta", CancellationToken.None));
        var id = imported.StatementId!.Value;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Record.ExceptionAsync(() => app.Run<MatchTransfers, bool>(verb => verb.Run(id, CancellationToken.None))).AsTask()));
        await app.Finished(id);
        await app.Run<SettleShares, bool>(async verb =>
        {
            await verb.RunAll(CancellationToken.None);
            return true;
        });

        Assert.Equal((1200m, 8), (await Paid(firm), await app.Db(db => db.Set<FeePayment>().CountAsync(p => p.CompanyId == firm.Id))));
        Assert.Equal(8, await app.Db(db => db.Set<TransferShare>().CountAsync(s => s.CompanyId == firm.Id)));
    }

    [Fact]
    public async Task What_an_instance_left_half_done_is_finished_once()
    {
        var (firm, nip) = await Member("Przerwane", 9, 10);
        var statement = await app.Brings(BankFiles.Pko(Pays(firm, 150, "nic nie mówi"), Pays(firm, 150, $"składka NIP {nip}")));
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

        Assert.Equal(300, await Paid(firm));
    }

    [Fact]
    public async Task A_proposal_is_taken_with_one_press_the_account_is_learned_and_one_press_takes_it_back()
    {
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        var (firm, _) = await Member("Podpowiedziana", 9, 10, 11);
        var account = BankFiles.Account(new Random(1));
        var paid = Pays(firm, 150, "składka") with { Account = account };
        var statement = await app.Brings(BankFiles.Pko(paid));
        Assert.Equal(TransferState.Proposed, (await app.Transfers(statement)).Single().State);

        var answer = await celina.Press($"/biuro/skladki/wyciagi/{statement}", $"Zapisz dla {firm.Name}");
        Assert.Equal(150, await Paid(firm));
        var next = await app.Brings(BankFiles.Pko(paid with { Day = Day.AddDays(1), Title = "składka następna" }));
        Assert.Equal(TransferState.Booked, (await app.Transfers(next)).Single().State); // known by its account now
        Assert.Equal(300, await Paid(firm));

        await celina.Press(answer.Headers.Location!.ToString().Split('#')[0], "Cofnij");
        Assert.Equal(150, await Paid(firm));
        Assert.Equal(TransferState.Asked, (await app.Transfers(statement)).Single().State);
        Assert.False(await app.Db(db => db.Set<PayerAccount>().AnyAsync(a => a.Account == account)));
    }

    [Fact]
    public async Task One_transfer_is_parted_over_firms_and_months_and_only_when_the_sums_fit()
    {
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        var (mother, _) = await Member("Matka Podział", 9, 10);
        var (daughter, _) = await Member("Córka Podział", 9, 10, 11);
        var statement = await app.Brings(BankFiles.Pko(Pays("GRUPA PODZIAŁ", 400, "za nas i za córkę")));
        var transfer = (await app.Transfers(statement)).Single();
        var address = $"/biuro/skladki/wyciagi/przelew/{transfer.Id}";
        var latest = (await Fees(daughter))[^1];
        Assert.Contains(daughter.Name, (await (await celina.GetAsync($"{address}?q=Podział&firma={mother.Id}")).Page()).QuerySelectorAll(".item-title").Select(i => i.TextContent));

        var refused = await celina.Fill($"{address}?firma={mother.Id}&firma={daughter.Id}", "Zapisz wpłatę", new() { [$"Kwota[{mother.Id}]"] = "300", [$"Kwota[{daughter.Id}]"] = "150" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Kwoty muszą razem dać", (await refused.Page()).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        var taken = await celina.Fill($"{address}?firma={mother.Id}&firma={daughter.Id}", "Zapisz wpłatę", new() { [$"Kwota[{mother.Id}]"] = "250,00", [$"Kwota[{daughter.Id}]"] = "150", [$"Rozpisz[{latest.Id}]"] = "150" });

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal([150m, 100m], (await Fees(mother)).Select(f => f.AmountPaid));
        Assert.Equal([0m, 0m, 150m], (await Fees(daughter)).Select(f => f.AmountPaid));
        var again = await celina.Send(await (await celina.GetAsync($"/biuro/skladki/wyciagi/{statement}?f=zaksiegowane")).Page(), "", "Cofnij zaksięgowanie: 400,00\u00A0zł, GRUPA PODZIAŁ", []);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal((0m, 0m), (await Paid(mother), await Paid(daughter)));
    }

    [Fact]
    public async Task A_transfer_is_skipped_with_a_reason_and_brought_back()
    {
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        var statement = await app.Brings(BankFiles.Pko(Pays("POMIJANY", 77, "FV 1 za reklamę")));

        Assert.Contains("przelew", (await celina.Fill($"/biuro/skladki/wyciagi/{statement}", "Pomiń przelew", new() { ["powod"] = " " })).Headers.Location!.ToString(), StringComparison.Ordinal);
        await celina.Fill($"/biuro/skladki/wyciagi/{statement}", "Pomiń przelew", new() { ["powod"] = "faktura za reklamę" });
        Assert.Equal((TransferState.Ignored, "faktura za reklamę"), (await app.Transfers(statement)).Select(t => (t.State, t.Note)).Single());

        await celina.Press($"/biuro/skladki/wyciagi/{statement}?f=pominiete", "Przywróć: 77,00\u00A0zł, POMIJANY");
        Assert.Equal(TransferState.Asked, (await app.Transfers(statement)).Single().State);
    }

    [Fact]
    public async Task A_whole_statement_is_undone_and_may_come_again()
    {
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        var (firm, nip) = await Member("Całość", 9, 10, 11);
        var file = BankFiles.Pko(Pays(firm, 150, $"składka cała NIP {nip}"), Pays(firm, 150, $"składka druga NIP {nip}"));
        var statement = await app.Brings(file);
        Assert.Equal(300, await Paid(firm));

        await celina.Press($"/biuro/skladki/wyciagi/{statement}", "Cofnij cały wyciąg");
        Assert.Equal(0, await Paid(firm));
        Assert.Equal("Ten wyciąg jest już cofnięty.", (await app.Run<UndoStatement, Outcome>(verb => verb.Run(statement, CancellationToken.None))).Refusal);

        Assert.NotEqual(statement, await app.Brings(file));
        Assert.Equal(300, await Paid(firm));
    }

    [Fact]
    public async Task Twelve_who_take_one_transfer_at_once_book_it_once()
    {
        var (firm, _) = await Member("Tłok", 9, 10);
        var (other, _) = await Member("Tłok inny", 9, 10);
        var transfer = (await app.Transfers(await app.Brings(BankFiles.Pko(Pays("NIE WIADOMO KTO", 150, "wpłata tłok"))))).Single();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => app.Run<AcceptTransfer, Outcome>(verb => verb.Run(transfer.Id, transfer.Version, [new TransferPart(i % 2 == 0 ? firm.Id : other.Id, 150)], false, CancellationToken.None))));

        Assert.Single(answers, a => !a.Refused);
        Assert.Equal(150, await Paid(firm) + await Paid(other));
    }

    [Fact]
    public async Task A_table_of_an_unknown_bank_is_explained_once()
    {
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        var (firm, nip) = await Member("Nieznany bank", 9, 10, 11);
        var answer = await celina.Uploads(BankFiles.OtherCsv(Pays(firm, 150, $"składka IX NIP {nip}")), "historia.csv");
        var columns = answer.Headers.Location!.ToString();
        Assert.EndsWith("/kolumny", columns, StringComparison.Ordinal);
        Assert.Equal(["Kiedy", "Rodzaj", "Ile", "Od kogo", "Z konta", "Po co"], (await (await celina.GetAsync(columns)).Page()).QuerySelectorAll("thead th").Select(h => h.TextContent));
        Dictionary<string, string> chosen = new() { ["Data"] = "0", ["Kwota"] = "2", ["Nazwa"] = "3", ["Rachunek"] = "4", ["Tytul"] = "5" };

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await celina.Fill(columns, "Wczytaj wyciąg", new(chosen) { ["Data"] = "1" })).StatusCode);
        var taken = await celina.Fill(columns, "Wczytaj wyciąg", chosen);
        await app.Finished(int.Parse(taken.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(150, await Paid(firm));

        await app.Brings(BankFiles.OtherCsv(Pays(firm, 150, $"składka X NIP {nip}")), "historia-2.csv");
        Assert.Equal(300, await Paid(firm));
    }

    [Fact]
    public async Task A_wrong_file_is_refused_beside_its_field_and_changes_nothing()
    {
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        var before = await app.Db(db => db.Set<BankStatement>().CountAsync());
        var broken = BankFiles.Windows.GetBytes(BankFiles.Windows.GetString(BankFiles.Pko(Pays("A", 150, "x"), Pays("B", 10, "y"))).Replace("CN10,00", "CN11,00", StringComparison.Ordinal));

        var answer = await celina.Uploads(broken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("saldo początkowe", (await answer.Page()).QuerySelector("#plik-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await app.Db(db => db.Set<BankStatement>().CountAsync()));
    }

    [Fact]
    public async Task The_auditor_looks_and_does_not_decide()
    {
        var bartek = await app.As(await app.Person("Bartek", staff: Role.Auditor));
        var statement = await app.Brings(BankFiles.Pko(Pays("KTOŚ INNY", 77, "audyt")));

        var page = await Page(bartek, statement);

        Assert.Empty(page.QuerySelectorAll("main form[method=post]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await bartek.GetAsync($"/biuro/skladki/wyciagi/przelew/{(await app.Transfers(statement)).Single().Id}")).StatusCode);
    }

    [Fact]
    public async Task Pages_send_few_commands_however_many_transfers_there_are()
    {
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        var many = await app.Brings(BankFiles.Pko([.. Enumerable.Range(0, 60).Select(i => Pays($"OBCY {i}", 7, $"obcy przelew {i}"))]));
        var transfer = (await app.Transfers(many))[0];
        foreach (var address in (string[])["/biuro/skladki/wyciagi", $"/biuro/skladki/wyciagi/{many}", $"/biuro/skladki/wyciagi/przelew/{transfer.Id}", "/biuro/skladki"])
        {
            await celina.GetAsync(address);
            Assert.InRange(await CommandCounter.Count(() => celina.GetAsync(address)), 1, 8);
        }
    }

    private async Task<(Company Firm, string Nip)> Member(string name, params int[] months)
    {
        string nip;
        while (!Nip.TryParse($"58{Interlocked.Increment(ref nips):00000000}", out nip!))
            continue;
        var firm = await app.Member(name, LongAgo);
        await app.Db(db => db.Companies.Where(c => c.Id == firm.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Nip, nip)));
        await app.Owes(firm, 150, months);
        return (firm, nip);
    }

    private static Paid Pays(Company firm, decimal amount, string title) => Pays(firm.Name, amount, title);

    private static Paid Pays(string name, decimal amount, string title) => new(Day, amount, name, BankFiles.Account(new Random(name.Length + title.Length)), title) { Reference = $"{title.GetHashCode(StringComparison.Ordinal):X8}{amount:0}" };

    private static IEnumerable<decimal> Fraction(IReadOnlyList<Fee> fees, decimal whole) => fees.Select(f => 100 * f.AmountPaid / whole);

    private Task<List<Fee>> Fees(Company firm) => app.Db(db => db.Set<Fee>().AsNoTracking().Where(f => f.CompanyId == firm.Id).OrderBy(f => f.FeeMonth).ToListAsync());

    /// <summary>By the ledger: payments that stand.</summary>
    private Task<decimal> Paid(Company firm) => app.Db(db => db.Set<FeePayment>().Where(p => p.CompanyId == firm.Id && !db.Set<PaymentReversal>().Any(r => r.PaymentId == p.Id)).SumAsync(p => p.Amount));

    private static async Task<IDocument> Page(HttpClient browser, int statement, string query = "") => await (await browser.GetAsync($"/biuro/skladki/wyciagi/{statement}{query}")).Page();

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
