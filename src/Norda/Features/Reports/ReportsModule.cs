using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform.Contributions;

namespace Norda.Features.Reports;

public static class ReportsModule
{
    public static void AddReports(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<SendReport>().AddScoped<DecideReport>().AddScoped<IReportable, ReportedFirm>();
        builder.Services.AddScoped<IFreshDatabase, DemoReports>();
        builder.Services.AddSingleton(new LetterPreview("Zgłoszenie przyjęte", texts => ReportLetters.Received(texts, LetterPreview.Anna, 12, "Kaszub-Alu")));
        builder.Services.AddSingleton(new LetterPreview("Decyzja o zgłoszeniu", texts => ReportLetters.Decided(
            texts, LetterPreview.Anna, "12", 12, "Kaszub-Alu", "Treść, o którą chodzi.", texts["Ktoś zgłosił Twoją treść: decyzja izby"], texts["Zgłoszenie nie zostało uznane. Treść zostaje."], "Opis zgadza się z dokumentami, które firma przysłała.")));
    }
}
