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

/// <summary>Celina decides what the application could not.</summary>
public sealed class DecisionTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_proposal_is_taken_with_one_press_the_account_is_learned_and_one_press_takes_it_back()
    {
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        var (firm, _) = await app.Payer("Podpowiedziana", 9, 10, 11);
        var account = BankFiles.Account(new Random(1));
        var paid = StatementKit.Pays(firm, 150, "składka") with { Account = account };
        var statement = await app.Brings(BankFiles.Pko(paid));
        Assert.Equal(TransferState.Proposed, (await app.Transfers(statement)).Single().State);

        var answer = await celina.Press($"/biuro/skladki/wyciagi/{statement}", $"Zapisz dla {firm.Name}");
        Assert.Equal(150, await app.Paid(firm));
        var next = await app.Brings(BankFiles.Pko(paid with { Day = StatementKit.Day.AddDays(1), Title = "składka następna" }));
        Assert.Equal(TransferState.Booked, (await app.Transfers(next)).Single().State); // known by its account now
        Assert.Equal(300, await app.Paid(firm));

        await celina.Press(answer.Headers.Location!.ToString().Split('#')[0], "Cofnij");
        Assert.Equal(150, await app.Paid(firm));
        Assert.Equal(TransferState.Asked, (await app.Transfers(statement)).Single().State);
        Assert.False(await app.Db(db => db.Set<PayerAccount>().AnyAsync(a => a.Account == account)));
    }

    [Fact]
    public async Task One_transfer_is_parted_over_firms_and_months_and_only_when_the_sums_fit()
    {
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        var (mother, _) = await app.Payer("Matka Podział", 9, 10);
        var (daughter, _) = await app.Payer("Córka Podział", 9, 10, 11);
        var statement = await app.Brings(BankFiles.Pko(StatementKit.Pays("GRUPA PODZIAŁ", 400, "za nas i za córkę")));
        var transfer = (await app.Transfers(statement)).Single();
        var address = $"/biuro/skladki/wyciagi/przelew/{transfer.Id}";
        var latest = (await app.FeesOf(daughter))[^1];
        Assert.Contains(daughter.Name, (await (await celina.GetAsync($"{address}?q=Podział&firma={mother.Id}")).Page()).QuerySelectorAll(".item-title").Select(i => i.TextContent));

        var refused = await celina.Fill($"{address}?firma={mother.Id}&firma={daughter.Id}", "Zapisz wpłatę", new() { [$"Kwota[{mother.Id}]"] = "300", [$"Kwota[{daughter.Id}]"] = "150" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Kwoty muszą razem dać", (await refused.Page()).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        var taken = await celina.Fill($"{address}?firma={mother.Id}&firma={daughter.Id}", "Zapisz wpłatę", new() { [$"Kwota[{mother.Id}]"] = "250,00", [$"Kwota[{daughter.Id}]"] = "150", [$"Rozpisz[{latest.Id}]"] = "150" });

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal([150m, 100m], (await app.FeesOf(mother)).Select(f => f.AmountPaid));
        Assert.Equal([0m, 0m, 150m], (await app.FeesOf(daughter)).Select(f => f.AmountPaid));
        var again = await celina.Send(await (await celina.GetAsync($"/biuro/skladki/wyciagi/{statement}?f=zaksiegowane")).Page(), "", "Cofnij zaksięgowanie: 400,00\u00A0zł, GRUPA PODZIAŁ", []);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal((0m, 0m), (await app.Paid(mother), await app.Paid(daughter)));
    }

    [Fact]
    public async Task A_transfer_is_skipped_with_a_reason_and_brought_back()
    {
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        var statement = await app.Brings(BankFiles.Pko(StatementKit.Pays("POMIJANY", 77, "FV 1 za reklamę")));

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
        var (firm, nip) = await app.Payer("Całość", 9, 10, 11);
        var file = BankFiles.Pko(StatementKit.Pays(firm, 150, $"składka cała NIP {nip}"), StatementKit.Pays(firm, 150, $"składka druga NIP {nip}"));
        var statement = await app.Brings(file);
        Assert.Equal(300, await app.Paid(firm));

        await celina.Press($"/biuro/skladki/wyciagi/{statement}", "Cofnij cały wyciąg");
        Assert.Equal(0, await app.Paid(firm));
        Assert.Equal("Ten wyciąg jest już cofnięty.", (await app.Run<UndoStatement, Outcome>(verb => verb.Run(statement, CancellationToken.None))).Refusal);

        Assert.NotEqual(statement, await app.Brings(file));
        Assert.Equal(300, await app.Paid(firm));
    }

    [Fact]
    public async Task Twelve_who_take_one_transfer_at_once_book_it_once()
    {
        var (firm, _) = await app.Payer("Tłok", 9, 10);
        var (other, _) = await app.Payer("Tłok inny", 9, 10);
        var transfer = (await app.Transfers(await app.Brings(BankFiles.Pko(StatementKit.Pays("NIE WIADOMO KTO", 150, "wpłata tłok"))))).Single();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => app.Run<AcceptTransfer, Outcome>(verb => verb.Run(transfer.Id, transfer.Version, [new TransferPart(i % 2 == 0 ? firm.Id : other.Id, 150)], false, CancellationToken.None))));

        Assert.Single(answers, a => !a.Refused);
        Assert.Equal(150, await app.Paid(firm) + await app.Paid(other));
    }

    [Fact]
    public async Task The_auditor_looks_and_does_not_decide()
    {
        var bartek = await app.As(await app.Person("Bartek", staff: Role.Auditor));
        var statement = await app.Brings(BankFiles.Pko(StatementKit.Pays("KTOŚ INNY", 77, "audyt")));

        var page = await bartek.Statement(statement);

        Assert.Empty(page.QuerySelectorAll("main form[method=post]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await bartek.GetAsync($"/biuro/skladki/wyciagi/przelew/{(await app.Transfers(statement)).Single().Id}")).StatusCode);
    }

    [Fact]
    public async Task Pages_send_few_commands_however_many_transfers_there_are()
    {
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        var many = await app.Brings(BankFiles.Pko([.. Enumerable.Range(0, 60).Select(i => StatementKit.Pays($"OBCY {i}", 7, $"obcy przelew {i}"))]));
        var transfer = (await app.Transfers(many))[0];
        foreach (var address in (string[])["/biuro/skladki/wyciagi", $"/biuro/skladki/wyciagi/{many}", $"/biuro/skladki/wyciagi/przelew/{transfer.Id}", "/biuro/skladki"])
        {
            await celina.GetAsync(address);
            Assert.InRange(await CommandCounter.Count(() => celina.GetAsync(address)), 1, 8);
        }
    }
}
