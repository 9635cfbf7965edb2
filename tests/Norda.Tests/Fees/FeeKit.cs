using Microsoft.Extensions.DependencyInjection;
using Norda.Features.Directory;
using Norda.Features.Fees;
using Norda.Features.Fees.Arithmetic;
using Norda.Features.Fees.Payments;
using Norda.Features.Membership;

namespace Norda.Tests.Fees;

/// <summary>Members, rates and fees of tests.</summary>
internal static class FeeKit
{
    private static int number = 1000;

    public static Payer Payer(DateOnly since, int? band = null, int? category = null, DateOnly? until = null, int? staff = null, decimal discount = 0, int company = 1) =>
        new(company, category, band, MemberKind.Ordinary, since, until, staff, discount);

    public static FeeRate Rate(
        decimal? monthly = null, decimal? yearly = null, FeeSchedule? schedule = null, Proration proration = Proration.Month, decimal? entry = null, int? band = null, int? category = null, int? company = null,
        DateOnly? from = null, DateOnly? until = null, decimal? cap = null, bool perHead = false) => new()
        {
            Scope = company is not null ? FeeScope.Company : category is not null ? FeeScope.Category : band is not null ? FeeScope.Band : FeeScope.Global, TargetId = company ?? category ?? band ?? 0,
            CompanyId = company, CategoryId = category, BandId = band, MonthlyAmount = monthly, YearlyAmount = yearly, Schedule = (schedule ?? FeeSchedule.Monthly).ToString(), Proration = proration,
            EntryFee = entry, ValidFrom = from ?? new DateOnly(2020, 1, 1), ValidUntil = until, YearlyCap = cap, PerHead = perHead,
        };

    public static IReadOnlyList<FeeDraft> Year(Payer payer, int year, params FeeRate[] rates) => ChargeYear.Of([payer], year, new RateBook(rates), [], []).Missing;

    public static async Task<Company> Member(this TestApp app, string name, DateOnly since, DateOnly? until = null)
    {
        var firm = await app.Firm($"{name} {Guid.NewGuid():N}"[..Math.Min(60, name.Length + 9)], more: c => c.Email = "skladki@firma.example");
        await app.Db(async db =>
        {
            db.Add(new Member { Number = Interlocked.Increment(ref number), CompanyId = firm.Id, Since = since, Until = until });
            await db.SaveChangesAsync();
        });
        return firm;
    }

    /// <summary>A fee of each month named, in 2026, due on its last day.</summary>
    public static async Task<IReadOnlyList<int>> Owes(this TestApp app, Company firm, decimal amount, params int[] months)
    {
        var fees = months.Select(m => new Fee { CompanyId = firm.Id, FeeYear = 2026, FeeMonth = m, ThroughMonth = m, Amount = amount, DueDate = new DateOnly(2026, m, DateTime.DaysInMonth(2026, m)) }).ToList();
        await app.Db(async db =>
        {
            db.AddRange(fees);
            await db.SaveChangesAsync();
        });
        return [.. fees.Select(f => f.Id)];
    }

    public static Task<Recorded> Pay(this IServiceProvider services, Company firm, decimal amount, string? key = null, DateOnly? day = null, params (int, decimal)[] wishes) => services.Use<RecordPayment, Recorded>(verb =>
        verb.Run(new PaymentOrder(firm.Id, amount, day ?? new DateOnly(2026, 11, 20), PaymentMethod.Transfer, key ?? Guid.NewGuid().ToString(), PaymentSource.Office) { Wishes = wishes }, CancellationToken.None));

    public static async Task<T> Use<TVerb, T>(this IServiceProvider services, Func<TVerb, Task<T>> work) where TVerb : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TVerb>());
    }
}
