using Norda.Features.Office.Rodo;
using Norda.Features.Reports;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Office;

public static class OfficeModule
{
    private const string Group = "Biuro izby";

    public static void AddOffice(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new NavItem("Osoby", "/biuro/osoby", "users", 100) { Group = Group, Requires = (Resource.JoinRequest, Act.Change) });
        builder.Services.AddSingleton(new NavItem("Moderacja", "/biuro/moderacja", "shield-check", 110) { Group = Group, Requires = (Resource.Moderation, Act.Change) });
        builder.Services.AddSingleton(new NavItem("Ochrona danych", "/biuro/rodo", "lock", 180) { Group = Group, Requires = (Resource.Privacy, Act.Change) });
        builder.Services.AddScoped<RecordBreach>().AddScoped<ForgetReporters>();
    }
}
