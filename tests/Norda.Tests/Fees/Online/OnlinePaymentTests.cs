using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Fees;
using Norda.Features.Fees.Online;
using Norda.Features.Mail;

namespace Norda.Tests.Fees.Online;

/// <summary>Paweł pays his firm's fees in the browser; the operator is a real server on this machine.</summary>
public sealed class OnlinePaymentTests(PayingApp app) : IClassFixture<PayingApp>
{
    [Fact]
    public async Task Who_owes_pays_with_one_press_and_the_money_is_booked_once_the_operator_confirms_it()
    {
        var (firm, owner) = await app.Debtor(9, 10);
        var answer = await owner.Fill("/moja-firma/skladki", null, []);

        var session = app.Operator.Transactions.Values.Single(t => t.Amount == 30_000 && answer.Headers.Location!.ToString() == $"{app.Operator.Address}/trnRequest/{t.Token}").SessionId;
        var registered = app.Operator.Transactions[session].Registered;
        Assert.Equal(("PLN", "PL", "pl"), (registered.GetProperty("currency").GetString(), registered.GetProperty("country").GetString(), registered.GetProperty("language").GetString()));
        Assert.Contains("@osoby", registered.GetProperty("email").GetString(), StringComparison.Ordinal);
        Assert.EndsWith($"/moja-firma/skladki/online/{session}", registered.GetProperty("urlReturn").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("/platnosci/przelewy24/wplata", registered.GetProperty("urlStatus").GetString(), StringComparison.Ordinal);
        var waiting = await owner.GetAsync($"/moja-firma/skladki/online/{session}");
        Assert.Equal("5", waiting.Headers.GetValues("Refresh").Single());
        Assert.Contains("Czekamy na potwierdzenie", (await waiting.Page()).Body!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Empty(await app.Ledger(firm)); // to come back proves nothing

        Assert.Equal(HttpStatusCode.OK, (await app.Tell(app.Operator.Pay(session))).StatusCode);

        var line = Assert.Single(await app.Ledger(firm));
        Assert.Equal((300m, PaymentMethod.Online, PaymentSource.Online, $"online:{session}"), (line.Amount, line.Method, line.Source, line.IdempotencyKey));
        var row = await app.Row(session);
        Assert.Equal((OnlineState.Verified, line.Id, 2), (row.State, row.PaymentId, app.Operator.Transactions[session].Status));
        Assert.Equal(300, await app.PaidFor(firm));
        Assert.Contains("wpłata jest zapisana", await owner.GetStringAsync($"/moja-firma/skladki/online/{session}"), StringComparison.Ordinal);
        Assert.Equal(1, await app.Db(db => db.Set<OutboxMail>().CountAsync(m => m.UniqueKey == $"fee-payment:{line.Id}")));
        Assert.Contains("potwierdzona", await owner.GetStringAsync("/moja-firma/skladki"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_may_choose_the_fees_and_they_alone_are_paid()
    {
        var (firm, owner) = await app.Debtor(8, 9, 10);
        var fees = await app.Db(db => db.Set<Fee>().Where(f => f.CompanyId == firm.Id).OrderBy(f => f.FeeMonth).Select(f => f.Id).ToListAsync());

        var answer = await owner.Fill($"/moja-firma/skladki/online?firma={firm.Slug}", "Zapłać zaznaczone", new() { ["skladki"] = $"{fees[2]}" });
        var session = app.Operator.Transactions.Values.Single(t => answer.Headers.Location!.ToString().EndsWith(t.Token, StringComparison.Ordinal)).SessionId;
        await app.Tell(app.Operator.Pay(session));

        Assert.Equal([0m, 0m, 150m], await app.Db(db => db.Set<Fee>().Where(f => f.CompanyId == firm.Id).OrderBy(f => f.FeeMonth).Select(f => f.AmountPaid).ToListAsync()));
    }

    [Fact]
    public async Task Nothing_ticked_and_fees_of_others_are_refused()
    {
        var (firm, owner) = await app.Debtor(10);
        var (other, _) = await app.Debtor(10);
        var foreign = await app.Db(db => db.Set<Fee>().Where(f => f.CompanyId == other.Id).Select(f => f.Id).SingleAsync());

        foreach (var fee in new[] { "", $"{foreign}" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.Fill($"/moja-firma/skladki/online?firma={firm.Slug}", "Zapłać zaznaczone", new() { ["skladki"] = fee })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/moja-firma/skladki/online?firma={other.Slug}")).StatusCode);
        Assert.Equal(0, await app.Db(db => db.Set<OnlinePayment>().CountAsync(p => p.CompanyId == firm.Id || p.CompanyId == other.Id)));
    }

    [Fact]
    public async Task One_form_pressed_twice_is_one_payment()
    {
        var (firm, owner) = await app.Debtor(10);
        var page = await (await owner.GetAsync("/moja-firma/skladki")).Page();

        var answers = new[] { await owner.Send(page, "/moja-firma/skladki", null, []), await owner.Send(page, "/moja-firma/skladki", null, []) };

        Assert.Single(answers.Select(a => a.Headers.Location!.ToString()).Distinct());
        Assert.Equal(1, await app.Db(db => db.Set<OnlinePayment>().CountAsync(p => p.CompanyId == firm.Id)));
    }

    [Fact]
    public async Task Who_does_not_manage_the_firm_neither_pays_nor_looks()
    {
        var (firm, owner) = await app.Debtor(10);
        var session = await app.Start(owner, firm);
        var member = await app.As(await app.Person("Marek", firm));
        var (_, stranger) = await app.Debtor(10);

        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync($"/moja-firma/skladki/online?firma={firm.Slug}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync($"/moja-firma/skladki/online/{session}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/moja-firma/skladki/online/{session}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await app.Client().GetAsync($"/moja-firma/skladki/online/{session}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await owner.GetAsync($"/biuro/skladki/online/{(await app.Row(session)).Id}/zwrot")).StatusCode);
    }

    [Fact]
    public async Task The_form_may_lead_to_the_operator_and_nowhere_else()
    {
        var (firm, owner) = await app.Debtor(10);

        Assert.Contains($"form-action 'self' {app.Operator.Address};", (await owner.GetAsync($"/moja-firma/skladki?firma={firm.Slug}")).Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("form-action 'self';", (await owner.GetAsync("/moja-firma")).Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
