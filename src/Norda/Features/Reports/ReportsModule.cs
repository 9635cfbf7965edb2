using Norda.Platform.Contributions;

namespace Norda.Features.Reports;

public static class ReportsModule
{
    public static void AddReports(this WebApplicationBuilder builder) =>
        builder.Services.AddScoped<SendReport>().AddScoped<DecideReport>().AddScoped<IReportable, ReportedFirm>();
}
