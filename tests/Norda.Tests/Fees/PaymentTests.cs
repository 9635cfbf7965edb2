using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory;
using Norda.Features.Fees;
using Norda.Features.Fees.Payments;
using Norda.Features.Mail;
using Norda.Features.Membership;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Tests.Fees;

/// <summary>Celina, the treasurer, and the ledger.</summary>
public sealed class PaymentTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly DateOnly LongAgo = new(2020, 3, 2);

    [Fact]
    public async Task Sixty_people_who_pay_one_zloty_at_once_have_paid_sixty()
    {
        var firm = await app.Member("Sześćdziesiąt", LongAgo);
        await app.Owes(firm, 60, 10);

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => app.Services.Pay(firm, 1)));

        Assert.All(answers, a => Assert.Null(a.Outcome.Refusal));
        var fee = await Single(firm);
        Assert.Equal((60m, FeeStatus.Paid), (fee.AmountPaid, fee.Status));
        Assert.Equal(60, await app.Db(db => db.Set<PaymentAllocation>().Where(a => a.FeeId == fee.Id).SumAsync(a => a.Amount)));
        Assert.Equal(60, await app.Db(db => db.Set<FeePayment>().CountAsync(p => p.CompanyId == firm.Id)));
    }

    [Fact]
    public async Task The_same_key_pays_once_however_often_and_however_fast_it_is_sent()
    {
        var firm = await app.Member("Raz", LongAgo);
        await app.Owes(firm, 150, 9, 10);
        var key = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => app.Services.Pay(firm, 150, key)));

        Assert.Single(answers.Select(a => a.PaymentId).Distinct());
        Assert.Equal(1, answers.Count(a => !a.Again));
        Assert.Equal([150m, 0m], (await All(firm)).Select(f => f.AmountPaid));
        Assert.NotNull((await app.Services.Pay(firm, 151, key)).Outcome.Refusal);
        Assert.NotNull((await app.Services.Pay(await app.Member("Inna", LongAgo), 150, key)).Outcome.Refusal);
    }

    [Fact]
    public async Task Money_goes_to_the_oldest_month_in_part_to_the_next_and_the_rest_waits()
    {
        var firm = await app.Member("Najstarsze", LongAgo);
        await app.Owes(firm, 200, 8, 9, 10);

        await app.Services.Pay(firm, 320);
        Assert.Equal([(200m, FeeStatus.Paid), (120m, FeeStatus.Partial), (0m, FeeStatus.Pending)], (await All(firm)).Select(f => (f.AmountPaid, f.Status == FeeStatus.Overdue ? FeeStatus.Pending : f.Status)));

        await app.Services.Pay(firm, 400);
        Assert.All(await All(firm), f => Assert.Equal((200m, FeeStatus.Paid), (f.AmountPaid, f.Status)));
        Assert.Equal(120, await Credit(firm));

        await app.Owes(firm, 200, 11);
        await app.Services.Pay(firm, 1);
        Assert.Equal((121m, 0m), ((await All(firm))[^1].AmountPaid, await Credit(firm)));
    }

    [Fact]
    public async Task A_payment_may_name_its_month()
    {
        var firm = await app.Member("Wskazany", LongAgo);
        var fees = await app.Owes(firm, 100, 9, 10, 11);

        await app.Services.Pay(firm, 150, wishes: (fees[2], 100));

        Assert.Equal([50m, 0m, 100m], (await All(firm)).Select(f => f.AmountPaid));
    }

    [Fact]
    public async Task A_reversed_payment_opens_its_months_again_once_and_with_a_reason()
    {
        var firm = await app.Member("Cofnięta", LongAgo);
        await app.Owes(firm, 100, 9, 10);
        var first = await app.Services.Pay(firm, 150);
        await app.Services.Pay(firm, 50);

        Assert.Equal("powod", (await Reverse(first, " ")).Field);
        var both = await Task.WhenAll(Reverse(first, "Nie ta firma"), Reverse(first, "Nie ta firma"));

        Assert.Single(both, o => !o.Refused);
        Assert.Equal([0m, 50m], (await All(firm)).Select(f => f.AmountPaid)); // the other payment stays with the month that it paid
        Assert.Equal(2, await app.Db(db => db.Set<FeePayment>().CountAsync(p => p.CompanyId == firm.Id)));
    }

    [Fact]
    public async Task A_waived_fee_gives_its_money_to_the_next_and_names_the_resolution()
    {
        var firm = await app.Member("Umorzona", LongAgo);
        var fees = await app.Owes(firm, 100, 9, 10);
        await app.Services.Pay(firm, 100);

        Assert.Equal("ResolutionNumber", (await Waive(fees[0], "")).Field);
        Assert.Null((await Waive(fees[0], "14/2026")).Refusal);

        var rows = await All(firm);
        Assert.Equal([(0m, 100m, FeeStatus.Paid), (100m, 0m, FeeStatus.Paid)], rows.Select(f => (f.AmountPaid, f.Waived, f.Status)));
        Assert.Equal("14/2026", await app.Db(db => db.Set<Resolution>().Where(r => r.Id == rows[0].WaiverResolutionId).Select(r => r.Number).SingleAsync()));
    }

    [Fact]
    public async Task A_fee_charged_by_mistake_is_struck_out_and_can_come_back()
    {
        var firm = await app.Member("Pomyłka", LongAgo);
        var fees = await app.Owes(firm, 100, 9);
        await app.Services.Pay(firm, 100);

        await app.Services.Use<CancelFee, Outcome>(v => v.Run(fees[0], "Dwa razy ten sam wrzesień", default));
        Assert.Equal(100, await Credit(firm));
        await app.Services.Use<CancelFee, Outcome>(v => v.Run(fees[0], "Jednak nie", default));

        Assert.Equal((0m, 100m), (await Credit(firm), (await Single(firm)).AmountPaid));
    }

    [Theory]
    [InlineData("0", "2026-11-20")]
    [InlineData("-5", "2026-11-20")]
    [InlineData("1.001", "2026-11-20")]
    [InlineData("99999999", "2026-11-20")]
    [InlineData("10", "2026-11-23")] // tomorrow
    public async Task What_cannot_be_a_payment_is_refused(string amount, string day)
    {
        var firm = await app.Member("Odmowa", LongAgo);

        Assert.NotNull((await app.Services.Pay(firm, decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), day: DateOnly.Parse(day, CultureInfo.InvariantCulture))).Outcome.Refusal);
        Assert.Equal(0, await app.Db(db => db.Set<FeePayment>().CountAsync(p => p.CompanyId == firm.Id)));
    }

    [Theory]
    [InlineData("fee_payments")]
    [InlineData("payment_reversals")]
    [InlineData("payment_allocations")]
    public async Task The_ledger_is_only_ever_written_on(string table)
    {
        Assert.Contains(table, AppendOnly.Tables);
        var firm = await app.Member("Księga", LongAgo);
        await app.Owes(firm, 100, 9);
        await Reverse(await app.Services.Pay(firm, 100), "Dla próby");
        var column = table == "payment_reversals" ? "reason" : "amount";

        foreach (var sql in (string[])[$"UPDATE {table} SET {column} = {column}", $"DELETE FROM {table}"])
            Assert.Contains("append-only", (await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.Db(db => Sql(db, sql)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_treasurer_records_a_payment_in_the_sheet_and_takes_it_back_with_one_press()
    {
        var firm = await app.Member("Zatoka", LongAgo);
        await app.Owes(firm, 200, 9, 10, 11, 12);
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));

        var grid = await (await celina.GetAsync($"/biuro/skladki?firma={firm.Slug}")).Page();
        Assert.Equal("600,00", grid.QuerySelector("#wplata [name=Kwota]")!.GetAttribute("value")!.Replace('\u00A0', ' '));
        var saved = await celina.Fill($"/biuro/skladki?firma={firm.Slug}", "Zapisz wpłatę", new() { ["Kwota"] = "600 zł", ["Tytul"] = "składki IX–XI" });

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var after = await (await celina.GetAsync(saved.Headers.Location!.ToString())).Page();
        Assert.Contains("Zapisano 600,00", after.QuerySelector(".note-ok")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal([200m, 200m, 200m, 0m], (await All(firm)).Select(f => f.AmountPaid));
        Assert.Contains("200,00", (await app.Db(db => db.Set<OutboxMail>().SingleAsync(m => m.RecipientName == firm.Name))).Text, StringComparison.Ordinal);

        await celina.Send(after, "/biuro/skladki", "Cofnij", []);
        Assert.All(await All(firm), f => Assert.Equal(0, f.AmountPaid));
    }

    [Fact]
    public async Task A_sheet_with_a_fault_comes_back_with_what_was_typed()
    {
        var firm = await app.Member("Literówka", LongAgo);
        await app.Owes(firm, 200, 10);
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));

        var answer = await celina.Fill($"/biuro/skladki/wplata?firma={firm.Slug}", "Zapisz wpłatę", new() { ["Kwota"] = "dwieście", ["Data"] = "20.11.2026" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Page();
        Assert.Equal("dwieście", page.QuerySelector("[name=Kwota]")!.GetAttribute("value"));
        Assert.Contains("Wpisz kwotę", page.QuerySelector("#kwota-e")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ticked_firms_are_marked_paid_for_the_month_together()
    {
        var firms = new List<Company> { await app.Member("Razem A", LongAgo), await app.Member("Razem B", LongAgo) };
        foreach (var firm in firms)
            await app.Owes(firm, 150, 10, 11);
        var celina = await app.As(await app.Person("Celina", staff: Role.Treasurer));
        var grid = await (await celina.GetAsync("/biuro/skladki?q=Razem")).Page();
        var token = grid.QuerySelector("#zaznaczone input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var fields = firms.Select(f => KeyValuePair.Create("firma", f.Slug)).Append(new("klucz", Guid.NewGuid().ToString("N"))).Append(new("__RequestVerificationToken", token));

        await celina.PostAsync("/biuro/skladki/zaznaczone?handler=Oplacone", new FormUrlEncodedContent(fields));

        foreach (var firm in firms)
            Assert.Equal([0m, 150m], (await All(firm)).Select(f => f.AmountPaid));
    }

    private Task<Outcome> Reverse(Recorded payment, string reason) => app.Services.Use<ReversePayment, Outcome>(v => v.Run(payment.PaymentId!.Value, reason, CancellationToken.None));

    private Task<Outcome> Waive(int fee, string resolution) => app.Services.Use<WaiveFee, Outcome>(v => v.Run(fee, null, new ResolutionName(resolution, new(2026, 11, 2), "Zarząd", null), "Powódź", CancellationToken.None));

    private Task<Fee> Single(Company firm) => app.Db(db => db.Set<Fee>().AsNoTracking().SingleAsync(f => f.CompanyId == firm.Id));

    private Task<List<Fee>> All(Company firm) => app.Db(db => db.Set<Fee>().AsNoTracking().Where(f => f.CompanyId == firm.Id).OrderBy(f => f.FeeMonth).ToListAsync());

    private Task<decimal> Credit(Company firm) => app.Db(db => db.Set<FeeAccount>().Where(a => a.CompanyId == firm.Id).Select(a => a.Credit).SingleAsync());

    private static async Task Sql(AppDb db, string text)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync();
    }
}
