using System.Net;
using Norda.Features.Fees.Online;
using Norda.Platform.Access;

namespace Norda.Tests.Fees.Online;

/// <summary>What comes to the address of notices, from the operator and from others; and what comes late or never.</summary>
public sealed class NoticeTests(PayingApp app) : IClassFixture<PayingApp>
{
    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    [InlineData("to nie jest JSON")]
    [InlineData("""{"merchantId":"x","sign":null}""")]
    public async Task What_is_no_notice_is_refused(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Tell(body)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Tell(body, "/platnosci/przelewy24/zwrot")).StatusCode);
    }

    [Fact]
    public async Task A_flood_is_refused_before_it_is_read() => Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.Tell(new string('x', 20_000))).StatusCode);

    [Fact]
    public async Task A_wrong_signature_books_nothing()
    {
        var (firm, owner) = await app.Debtor(10);
        var session = await app.Start(owner, firm);
        var right = app.Operator.Pay(session);

        foreach (var forged in new[] { app.Operator.Pay(session, crc: "inny sekret"), right.Replace("\"methodId\":154", "\"methodId\":155", StringComparison.Ordinal), right[..^4] + "zz\"}", right.Replace("\"posId\":654321", "\"posId\":1", StringComparison.Ordinal) })
            Assert.Equal(HttpStatusCode.BadRequest, (await app.Tell(forged)).StatusCode);

        Assert.Empty(await app.Ledger(firm));
        Assert.Equal(OnlineState.Registered, (await app.Row(session)).State);
    }

    [Theory]
    [InlineData(1, "PLN")]
    [InlineData(15_001, "PLN")]
    [InlineData(15_000, "EUR")]
    public async Task Another_sum_or_currency_books_nothing(int amount, string currency)
    {
        var (firm, owner) = await app.Debtor(10);
        var session = await app.Start(owner, firm);

        Assert.Equal(HttpStatusCode.BadRequest, (await app.Tell(app.Operator.Pay(session, amount, currency))).StatusCode);

        Assert.Empty(await app.Ledger(firm));
        Assert.Equal(OnlineState.Registered, (await app.Row(session)).State);
    }

    [Fact]
    public async Task A_session_that_is_not_ours_is_not_found() => Assert.Equal(HttpStatusCode.NotFound, (await app.Tell(app.Operator.Pay(Guid.NewGuid().ToString("N")))).StatusCode);

    [Fact]
    public async Task A_notice_that_comes_again_books_nothing_more()
    {
        var (firm, owner) = await app.Debtor(10);
        var session = await app.Start(owner, firm);
        var notice = app.Operator.Pay(session);

        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await app.Tell(notice)).StatusCode);

        Assert.Single(await app.Ledger(firm));
        Assert.Equal(150, await app.PaidFor(firm));
    }

    [Fact]
    public async Task Ten_notices_at_once_book_once()
    {
        var (firm, owner) = await app.Debtor(9, 10);
        var session = await app.Start(owner, firm);
        var (notice, before) = (app.Operator.Pay(session), app.Operator.Verifications);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.Tell(notice)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Single(await app.Ledger(firm));
        Assert.Equal((300m, OnlineState.Verified, 1), (await app.PaidFor(firm), (await app.Row(session)).State, app.Operator.Verifications - before));
    }

    [Fact]
    public async Task Money_that_the_operator_does_not_confirm_is_never_booked()
    {
        var (firm, owner) = await app.Debtor(10);
        var session = await app.Start(owner, firm);
        app.Operator.RefusesToVerify = true;
        try
        {
            Assert.Equal(HttpStatusCode.OK, (await app.Tell(app.Operator.Pay(session))).StatusCode);
            Assert.Equal(OnlineState.Paid, (await app.Row(session)).State);
            for (var hours = 0; hours < 80; hours += 8)
            {
                app.Clock.Advance(TimeSpan.FromHours(8));
                await app.Job();
            }
        }
        finally
        {
            app.Operator.RefusesToVerify = false;
        }

        Assert.Empty(await app.Ledger(firm));
        Assert.Equal(OnlineState.Abandoned, (await app.Row(session)).State);
        Assert.Contains("nie doszła do skutku", (await (await (await app.As(await app.Person("Piotr", firm, CompanyRole.Owner))).GetAsync($"/moja-firma/skladki/online/{session}")).Page()).Body!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_was_down_for_a_while_is_asked_again_until_the_money_is_booked()
    {
        var (firm, owner) = await app.Debtor(10);
        var session = await app.Start(owner, firm);
        app.Operator.IsDown = true;
        Assert.Equal(HttpStatusCode.OK, (await app.Tell(app.Operator.Pay(session))).StatusCode);
        await app.Job(); // too early: nobody asks twice in a minute
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await app.Job();
        Assert.Equal((OnlineState.Paid, 2), ((await app.Row(session)).State, (await app.Row(session)).Tries));
        Assert.Empty(await app.Ledger(firm));

        app.Operator.IsDown = false;
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        await app.Job();

        Assert.Single(await app.Ledger(firm));
        Assert.Equal(OnlineState.Verified, (await app.Row(session)).State);
    }

    [Fact]
    public async Task A_confirmation_whose_answer_got_lost_counts()
    {
        var (firm, owner) = await app.Debtor(10);
        var session = await app.Start(owner, firm);
        app.Operator.LosesAnswers = true;
        await app.Tell(app.Operator.Pay(session));
        app.Operator.LosesAnswers = false;
        Assert.Equal((2, OnlineState.Paid), (app.Operator.Transactions[session].Status, (await app.Row(session)).State));

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await app.Job(); // a second confirmation is refused, but the transaction says that it is confirmed

        Assert.Single(await app.Ledger(firm));
    }

    [Fact]
    public async Task A_payment_of_which_no_notice_came_is_found()
    {
        var (firm, owner) = await app.Debtor(10);
        var session = await app.Start(owner, firm);
        app.Operator.Pay(session);

        app.Clock.Advance(TimeSpan.FromMinutes(20));
        await app.Job();

        Assert.Single(await app.Ledger(firm));
        Assert.Equal(OnlineState.Verified, (await app.Row(session)).State);
    }

    [Fact]
    public async Task A_payment_that_nobody_makes_is_over_after_a_day_and_may_still_be_made()
    {
        var (firm, owner) = await app.Debtor(10);
        var session = await app.Start(owner, firm);
        for (var hours = 0; hours < 40; hours += 5)
        {
            app.Clock.Advance(TimeSpan.FromHours(5));
            await app.Job();
        }

        Assert.Equal(OnlineState.Abandoned, (await app.Row(session)).State);
        await app.Tell(app.Operator.Pay(session));
        Assert.Single(await app.Ledger(firm));
    }
}
