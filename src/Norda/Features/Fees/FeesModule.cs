using Norda.Data;
using Norda.Features.Fees.Account;
using Norda.Features.Fees.Demo;
using Norda.Features.Fees.Generation;
using Norda.Features.Fees.Grid;
using Norda.Features.Fees.Online;
using Norda.Features.Fees.Payments;
using Norda.Features.Fees.Rates;
using Norda.Features.Fees.Statements;
using Norda.Features.Mail;
using Norda.Features.Membership.Register;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Fees;

public static class FeesModule
{
    public static void AddFees(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<FeeOptions>().BindConfiguration(FeeOptions.Section);
        builder.Services.AddSingleton<AccountGate>();
        builder.Services.AddScoped<SettleAccount>();
        builder.Services.AddScoped<RecordPayment>();
        builder.Services.AddScoped<TellPayment>();
        builder.Services.AddScoped<ReversePayment>();
        builder.Services.AddScoped<WaiveFee>();
        builder.Services.AddScoped<CancelFee>();
        builder.Services.AddScoped<MarkMonthPaid>();
        builder.Services.AddScoped<UndoBatch>();
        builder.Services.AddScoped<PaymentSheet>();
        builder.Services.AddScoped<FeeGrid>();
        builder.Services.AddScoped<ReadAccount>();
        builder.Services.AddScoped<SaveRate>();
        builder.Services.AddScoped<GrantExemption>().AddScoped<EndExemption>();
        builder.Services.AddScoped<SaveInterestRate>();
        builder.Services.AddScoped<PlanFees>();
        builder.Services.AddScoped<ChargeFirm>();
        builder.Services.AddScoped<IMemberFees, ChargeNewMember>();
        builder.Services.AddSingleton<IMemberDebts, LateFirms>();
        builder.Services.AddScoped<StartFeeRun>();
        builder.Services.AddScoped<NoteOverdue>();
        builder.Services.AddRunner<WorkFeeRuns>();
        builder.AddStatements();
        builder.AddOnlinePayments();
        builder.Services.AddScoped<IFreshDatabase, DemoFees>().AddScoped<IFreshDatabase, DemoStatement>();
        builder.Services.AddSingleton(new LetterPreview("Wpłata zapisana", texts => PaymentLetters.Received(texts, new Reader(null, "biuro@kaszub-alu.example", "Kaszub-Alu"), 0, 450m, new DateOnly(2026, 11, 20), [("październik 2026", 150m), ("listopad 2026", 150m)])));
        builder.Services.AddSingleton(new NavItem("Składki", "/biuro/skladki", "coins", 105) { Group = "Biuro izby", Requires = (Resource.Fee, Act.Read), IsDaily = true });
        builder.Services.AddSingleton(new StartTask("składka do zapłaty|składki do zapłaty|składek do zapłaty", "/moja-firma/skladki", "coins", "Dane do przelewu", 40, Owed) { Requires = (Resource.OwnFee, Act.Read) });
        builder.Services.AddSingleton(new NavItem("Składki", "/moja-firma/skladki", "coins", 60) { Group = "Moja firma", Requires = (Resource.OwnFee, Act.Read) });
    }

    /// <summary>Fees of the own firms that are late, or due within two weeks.</summary>
    private static IQueryable<int> Owed(IServiceProvider services)
    {
        var firms = services.GetRequiredService<Me>().Companies.Where(c => c.Role >= CompanyRole.Editor).Select(c => c.CompanyId).ToList();
        var until = services.GetRequiredService<TimeProvider>().Today().AddDays(14);
        return services.GetRequiredService<AppDb>().Set<Fee>().Where(f => firms.Contains(f.CompanyId) && f.CancelledAt == null && f.Status != FeeStatus.Paid && f.DueDate <= until).Select(f => f.Id);
    }

    public static void MapFees(this WebApplication app)
    {
        app.MapFeesApi();
        app.MapOnlineNotices();
        app.MapGet("/biuro/skladki/eksport.csv", ExportFees.Csv).Requires(Resource.Fee, Act.Read).ExcludeFromDescription();
        app.MapGet("/biuro/skladki/eksport.xlsx", ExportFees.Xlsx).Requires(Resource.Fee, Act.Read).ExcludeFromDescription();
    }
}
