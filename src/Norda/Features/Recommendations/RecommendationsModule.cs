using Norda.Data;
using Norda.Platform.Contributions;

namespace Norda.Features.Recommendations;

public static class RecommendationsModule
{
    public static void AddRecommendations(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<WriteRecommendation>();
        builder.Services.AddScoped<WithdrawRecommendation>();
        builder.Services.AddScoped<DecideRecommendation>();
        builder.Services.AddScoped<ICircle, Circle>();
        builder.Services.AddScoped<IFreshDatabase, DemoRecommendations>();
        builder.Services.AddSingleton(RecommendationNotices.Decided).AddSingleton(RecommendationNotices.Received);
        builder.Services.AddSingleton(new CompanyPanel(typeof(CompanyRecommendations), 10));
    }
}
