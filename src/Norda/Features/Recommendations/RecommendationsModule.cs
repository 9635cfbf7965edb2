using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Recommendations;

public static class RecommendationsModule
{
    public static void AddRecommendations(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<WriteRecommendation>();
        builder.Services.AddScoped<WithdrawRecommendation>();
        builder.Services.AddScoped<DecideRecommendation>();
        builder.Services.AddScoped<ICircle, Circle>().AddScoped<IReportable, ReportedRecommendation>().AddScoped<IYearlyBenefit, RecommendationBenefit>();
        builder.Services.AddScoped<IForgetPerson, ForgetRecommendations>();
        builder.Services.AddScoped<IFreshDatabase, DemoRecommendations>();
        builder.Services.AddSingleton(new LetterPreview("Polecenie opublikowane", texts => RecommendationLetters.Decided(texts, LetterPreview.Anna, "Kaszub-Alu", null, "1:1", LetterPreview.Origin + "/konto/polecenia")));
        builder.Services.AddSingleton(new LetterPreview("Polecenie odrzucone", texts => RecommendationLetters.Decided(texts, LetterPreview.Anna, "Kaszub-Alu", "Tekst podaje ceny.", "1:2", LetterPreview.Origin + "/konto/polecenia")));
        builder.Services.AddSingleton(RecommendationNotices.Decided).AddSingleton(RecommendationNotices.Received);
        builder.Services.AddSingleton(new StartPanel(typeof(RecommendedBy), 20) { IsAside = true });
        builder.Services.AddSingleton(new FirstStep("Poleć firmę, którą znasz", "/katalog", 3, 60, Written) { Requires = (Resource.Recommendation, Act.Create) });
        builder.Services.AddSingleton(new CompanyPanel(typeof(CompanyRecommendations), 10));
    }

    private static IQueryable<int> Written(IServiceProvider services)
    {
        var me = services.GetRequiredService<Me>().Id;
        return services.GetRequiredService<AppDb>().Set<Recommendation>().Where(r => r.UserId == me).Select(r => r.Id);
    }
}
