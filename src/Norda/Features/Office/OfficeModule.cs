using Norda.Data;
using Norda.Features.Files;
using Norda.Features.Mail;
using Norda.Features.Office.AuditLog;
using Norda.Features.Office.Firms;
using Norda.Features.Office.FirstRun;
using Norda.Features.Office.Rodo;
using Norda.Features.Office.Settings;
using Norda.Features.Reports;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Office;

public static class OfficeModule
{
    private const string Group = "Biuro izby";

    public static void AddOffice(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SettingSecrets>();
        builder.Services.AddScoped<ApplyChamberSettings>().AddScoped<SaveChamberSettings>();
        builder.Services.AddSingleton<SettingsWatch>();
        builder.Services.AddSingleton<IBeforeOpening>(services => services.GetRequiredService<SettingsWatch>());
        builder.Services.AddHostedService(services => services.GetRequiredService<SettingsWatch>());
        builder.Services.AddSingleton<IFileUse, SettingFiles>();
        builder.Services.AddSingleton<IBeforeOpening, FirstRunNotice>();
        builder.Services.AddScoped<IFreshDatabase, DemoSettings>();
        builder.Services.AddScoped<SaveLogo>().AddScoped<SendTestMail>();
        builder.Services.AddSingleton(new LetterPreview("List próbny", texts => SettingsLetters.Test(texts, LetterPreview.Anna, "0")));
        foreach (var task in OfficeTasks.All)
            builder.Services.AddSingleton(task);
        builder.Services.AddSingleton(new NavItem("Do zrobienia", "/biuro", "checklist", 95, "Biuro") { Group = Group, Requires = (Resource.Office, Act.Read) });
        builder.Services.AddSingleton(new NavItem("Osoby", "/biuro/osoby", "users", 100) { Group = Group, Requires = (Resource.Person, Act.Change) });
        builder.Services.AddSingleton(new NavItem("Firmy", "/biuro/firmy", "building", 102) { Group = Group, Requires = (Resource.Firm, Act.Read) });
        builder.Services.AddSingleton(new NavItem("Moderacja", "/biuro/moderacja", "shield-check", 110) { Group = Group, Requires = (Resource.Moderation, Act.Change) });
        builder.Services.AddSingleton(new NavItem("Słowniki", "/biuro/ustawienia/slowniki", "tag", 150) { Group = Group, Requires = (Resource.Dictionary, Act.Change) });
        builder.Services.AddSingleton(new NavItem("Ustawienia", "/biuro/ustawienia", "settings", 160) { Group = Group, Requires = (Resource.Settings, Act.Change) });
        builder.Services.AddSingleton(new NavItem("Dziennik zmian", "/biuro/dziennik", "history", 180) { Group = Group, Requires = (Resource.AuditLog, Act.Read) });
        builder.Services.AddSingleton(new NavItem("Ochrona danych", "/biuro/rodo", "lock", 180) { Group = Group, Requires = (Resource.Privacy, Act.Change) });
        builder.Services.AddScoped<RecordBreach>().AddScoped<ForgetReporters>();
    }

    public static void MapOffice(this WebApplication app)
    {
        app.MapFirmsFile();
        app.MapAuditFile();
    }
}
