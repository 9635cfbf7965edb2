using Norda.Data;
using Norda.Features.Files;
using Norda.Features.Office.FirstRun;
using Norda.Features.Office.Settings;
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
        builder.Services.AddSingleton(new NavItem("Osoby", "/biuro/osoby", "users", 100) { Group = Group, Requires = (Resource.JoinRequest, Act.Change) });
        builder.Services.AddSingleton(new NavItem("Moderacja", "/biuro/moderacja", "shield-check", 110) { Group = Group, Requires = (Resource.Moderation, Act.Change) });
    }
}
