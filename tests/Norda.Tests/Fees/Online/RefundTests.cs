using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Fees;
using Norda.Features.Fees.Online;
using Norda.Features.Fees.Payments;
using Norda.Platform;

namespace Norda.Tests.Fees.Online;

/// <summary>Celina, the treasurer, gives money back.</summary>
public sealed class RefundTests(PayingApp app) : IClassFixture<PayingApp>
{
    [Fact]
    public async Task A_refund_reverses_the_ledger_and_asks_the_operator_once()
    {
        var (firm, owner) = await app.Debtor(10);
        var payment = await app.Paid(owner, firm);
        var celina = await app.Treasurer();
        Assert.Contains($"/biuro/skladki/online/{payment.Id}/zwrot", await celina.GetStringAsync($"/biuro/skladki/firma/{firm.Slug}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PayingApp.Refund(celina, payment, " ")).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await PayingApp.Refund(celina, payment)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PayingApp.Refund(celina, payment)).StatusCode);

        Assert.Single(app.Operator.Transactions[payment.SessionId].Refunds);
        Assert.Equal("Firma zapłaciła dwa razy", await app.Db(db => db.Set<PaymentReversal>().Where(r => r.PaymentId == payment.PaymentId).Select(r => r.Reason).SingleAsync()));
        Assert.Equal((OnlineState.Refunded, 0m), ((await app.Row(payment.SessionId)).State, await app.PaidFor(firm)));
        await app.Tell(app.Operator.Pay(payment.SessionId)); // the old notice once more
        Assert.Equal(0, await app.PaidFor(firm));
        Assert.Contains("zwróciła", await owner.GetStringAsync($"/moja-firma/skladki/online/{payment.SessionId}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_press_at_once_give_back_once()
    {
        var (firm, owner) = await app.Debtor(10);
        var payment = await app.Paid(owner, firm);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Services.Use<RefundOnlinePayment, Outcome>(verb => verb.Run(payment.Id, "Razem", default))));

        Assert.Single(app.Operator.Transactions[payment.SessionId].Refunds);
        Assert.Equal(OnlineState.Refunded, (await app.Row(payment.SessionId)).State);
    }

    [Fact]
    public async Task What_the_operator_refuses_stays_paid_and_the_treasurer_reads_why()
    {
        var (firm, owner) = await app.Debtor(10);
        var payment = await app.Paid(owner, firm);
        app.Operator.RefusesToRefund = true;
        var answer = await PayingApp.Refund(await app.Treasurer(), payment);
        app.Operator.RefusesToRefund = false;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Insufficient funds", (await answer.Page()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal((OnlineState.Verified, 150m), ((await app.Row(payment.SessionId)).State, await app.PaidFor(firm)));
        Assert.Equal(HttpStatusCode.Redirect, (await PayingApp.Refund(await app.Treasurer(), payment)).StatusCode); // a second try may succeed
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_operator_that_does_not_answer_is_asked_again_and_gives_back_once(bool didIt)
    {
        var (firm, owner) = await app.Debtor(10);
        var payment = await app.Paid(owner, firm);
        (app.Operator.LosesAnswers, app.Operator.IsDown) = (didIt, !didIt);
        await PayingApp.Refund(await app.Treasurer(), payment);
        (app.Operator.LosesAnswers, app.Operator.IsDown) = (false, false);
        Assert.Equal(150, await app.PaidFor(firm)); // not reversed before the operator says so

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await app.Job();
        await app.Job();

        Assert.Single(app.Operator.Transactions[payment.SessionId].Refunds);
        Assert.Equal((OnlineState.Refunded, 0m), ((await app.Row(payment.SessionId)).State, await app.PaidFor(firm)));
    }

    [Fact]
    public async Task A_refund_that_was_rejected_afterwards_is_booked_again_once()
    {
        var (firm, owner) = await app.Debtor(10);
        var payment = await app.Paid(owner, firm);
        await PayingApp.Refund(await app.Treasurer(), payment);
        var done = app.Operator.RefundNotice(payment.SessionId, 0);
        var rejected = app.Operator.RefundNotice(payment.SessionId, 1);

        Assert.Equal(HttpStatusCode.OK, (await app.Tell(done, "/platnosci/przelewy24/zwrot")).StatusCode);
        Assert.Equal(0, await app.PaidFor(firm));
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Tell(rejected.Replace("\"status\":1", "\"status\":0", StringComparison.Ordinal), "/platnosci/przelewy24/zwrot")).StatusCode);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Tell(rejected, "/platnosci/przelewy24/zwrot")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal((OnlineState.Verified, 150m, 2), ((await app.Row(payment.SessionId)).State, await app.PaidFor(firm), (await app.Ledger(firm)).Count));
    }

    [Fact]
    public async Task A_payment_that_the_office_reversed_by_hand_is_only_given_back()
    {
        var (firm, owner) = await app.Debtor(10);
        var payment = await app.Paid(owner, firm);
        await app.Services.Use<ReversePayment, Outcome>(verb => verb.Run(payment.PaymentId!.Value, "Ręcznie", default));

        Assert.Equal(HttpStatusCode.Redirect, (await PayingApp.Refund(await app.Treasurer(), payment)).StatusCode);

        Assert.Single(app.Operator.Transactions[payment.SessionId].Refunds);
        Assert.Equal("Ręcznie", await app.Db(db => db.Set<PaymentReversal>().Where(r => r.PaymentId == payment.PaymentId).Select(r => r.Reason).SingleAsync()));
    }
}
