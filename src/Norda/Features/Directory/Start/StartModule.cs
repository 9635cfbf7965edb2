using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Directory.Start;

public static class StartModule
{
    private const int WarnedDays = 90;

    public static void AddStart(this IServiceCollection services)
    {
        services.AddScoped<StartFirms>().AddScoped<INewsletterSource, FirmsInNewsletter>();
        services.AddSingleton(new StartPanel(typeof(ProfileRing), 10) { IsAside = true }).AddSingleton(new StartPanel(typeof(NewFirms), 30) { IsAside = true });
        services.AddSingleton(new StartTask("certyfikat kończy się w ciągu 90 dni|certyfikaty kończą się w ciągu 90 dni|certyfikatów kończy się w ciągu 90 dni", "/moja-firma/certyfikaty", "certificate", "Wpisz nową datę", 30, Ending));
        services.AddSingleton(new FirstStep("Opisz firmę i dodaj usługę", "/moja-firma", 10, 30, Described) { Requires = (Resource.CompanyTeam, Act.Change) });
        services.AddSingleton(new SiteAction("Dodaj aktualność z mojej firmy", "/moja-firma/aktualnosci", "news", "nowina,firma", 50) { Adds = true, Requires = (Resource.CompanyTeam, Act.Change) });
        services.AddSingleton(new SiteAction("Dodaj zdjęcia firmy", "/moja-firma/zdjecia", "upload", "logo,galeria", 60) { Requires = (Resource.CompanyTeam, Act.Change) });
        services.AddSingleton(new SiteAction("Dodaj firmę do katalogu", "/biuro/firmy/nowa", "building", "członek,nowa firma", 80) { Requires = (Resource.Firm, Act.Change) });
    }

    private static List<int> Edited(IServiceProvider services) => [.. services.GetRequiredService<Me>().Companies.Where(c => c.Role >= CompanyRole.Editor).Select(c => c.CompanyId)];

    private static IQueryable<int> Ending(IServiceProvider services)
    {
        var (firms, today) = (Edited(services), services.GetRequiredService<TimeProvider>().Today());
        var last = today.AddDays(WarnedDays);
        return services.GetRequiredService<AppDb>().Set<Certification>().Where(c => firms.Contains(c.CompanyId) && c.IsActive && c.ExpiryDate >= today && c.ExpiryDate <= last).Select(c => c.Id);
    }

    private static IQueryable<int> Described(IServiceProvider services)
    {
        var firms = Edited(services);
        return services.GetRequiredService<AppDb>().Companies.Where(c => firms.Contains(c.Id) && c.DescriptionShort != null && c.Services.Count > 0).Select(c => c.Id);
    }
}
