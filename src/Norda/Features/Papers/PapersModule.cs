using Norda.Data;
using Norda.Features.Fees.Account;
using Norda.Features.Fees.Grid;
using Norda.Features.Papers.Cards;
using Norda.Features.Papers.Demands;
using Norda.Features.Papers.Demo;
using Norda.Features.Papers.Mailing;
using Norda.Features.Papers.Notes;
using Norda.Features.Papers.Pdf;
using Norda.Features.Papers.Register;
using Norda.Features.Papers.Reminders;
using Norda.Features.Papers.Reports;
using Norda.Features.Papers.Writing;

namespace Norda.Features.Papers;

public static class PapersModule
{
    public static void AddPapers(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<TakeNumber>().AddScoped<IssuePaper>().AddScoped<IssueNote>().AddScoped<CorrectNote>().AddScoped<IssueDemand>().AddScoped<MakeCard>();
        builder.Services.AddScoped<PaperFiles>().AddScoped<PostPaper>().AddScoped<StartPaperRun>();
        builder.Services.AddScoped<PlanReminders>().AddScoped<SendReminders>().AddScoped<SaveReminderStep>().AddScoped<RemoveReminderStep>().AddScoped<YearReport>();
        builder.Services.AddRunner<WorkPaperRuns>();
        builder.Services.AddScoped<IFreshDatabase, DemoPapers>();
        builder.Services.AddSingleton(PaperNotices.RunDone);
        foreach (var preview in PostLetters.Previews)
            builder.Services.AddSingleton(preview);
        builder.Services.AddSingleton(new AccountPanel(typeof(AccountPapers), 10));
        builder.Services.AddSingleton(new FeesLink("Pisma", "~/biuro/skladki/pisma", "certificate", 10)).AddSingleton(new FeesLink("Przypomnienia", "~/biuro/skladki/przypomnienia", "bell", 20)).AddSingleton(new FeesLink("Raport roczny", "~/biuro/skladki/raport", "chart-bar", 30));
        builder.Services.AddSingleton(new BulkFeeAction("Wyślij pisma", "send", ChooseModel.Path + "?handler=Zaznaczone", 10));
    }

    public static void MapPapers(this WebApplication app)
    {
        app.MapPaperFiles();
        app.MapAccountantFiles();
    }
}
