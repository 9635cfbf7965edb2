using Norda.Data;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Cooperation;

public static class CooperationModule
{
    private const string Group = "Moja firma";

    public static void AddCooperation(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<FirmsFor>().AddScoped<AskFirms>().AddScoped<AnswerIntroduction>().AddScoped<SayOutcome>().AddScoped<AskForOutcomes>().AddScoped<GiveThanks>();
        builder.Services.AddSingleton(new ClassifiedPanel(typeof(Matches), 10)).AddSingleton(new CompanyPanel(typeof(ThankLink), 20));
        builder.Services.AddSingleton(CooperationNotices.Asked).AddSingleton(CooperationNotices.Agreed).AddSingleton(CooperationNotices.Outcome).AddSingleton(CooperationNotices.Thanked);
        builder.Services.AddSingleton(new NavItem("Zapytania z izby", "/moja-firma/zapytania", "heart-handshake", 62, "Zapytania") { Group = Group, Requires = (Resource.Introduction, Act.Change) });
        builder.Services.AddSingleton(new NavItem("Co dała mi Izba", "/moja-firma/korzysci", "chart-bar", 64, "Korzyści") { Group = Group, Requires = (Resource.Benefit, Act.Read) });
        builder.Services.AddSingleton(new StartTask("zapytanie z izby do Twojej firmy|zapytania z izby do Twojej firmy|zapytań z izby do Twojej firmy", "/moja-firma/zapytania", "heart-handshake", "Odpowiedz", 20, Asked) { Requires = (Resource.Introduction, Act.Change) });
        builder.Services.AddSingleton(new NavItem("Korzyści członków", "/biuro/korzysci", "chart-bar", 130) { Group = "Biuro izby", Requires = (Resource.BenefitTotal, Act.Read) });
        builder.Services.AddScoped<IFreshDatabase, DemoCooperation>();
    }

    private static IQueryable<int> Asked(IServiceProvider services)
    {
        var (firms, now) = (services.GetRequiredService<Me>().SpokenFor(), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        return services.GetRequiredService<AppDb>().Set<Introduction>().Where(i => i.Status == IntroductionStatus.Asked && i.ExpiresAt > now && firms.Contains(i.CompanyId)).Select(i => i.Id);
    }
}
