using Microsoft.AspNetCore.Identity;
using Norda.Data;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Accounts;

/// <summary>What accounts bring to the start page.</summary>
public static class AccountsAtStart
{
    public static void AddAccountsAtStart(this IServiceCollection services)
    {
        services.AddSingleton(new StartTask("osoba chce wejść do Twojej firmy|osoby chcą wejść do Twojej firmy|osób chce wejść do Twojej firmy", "/moja-firma/zespol", "users", "Zdecyduj", 25, Joining) { Requires = (Resource.CompanyTeam, Act.Change) });
        services.AddSingleton(new FirstStep("Potwierdź adres e-mail", "/konto", 1, 10, at => Self(at).Where(u => u.EmailConfirmed).Select(u => u.Id)));
        services.AddSingleton(new FirstStep("Dodaj klucz dostępu do swojego konta", "/konto/klucze", 2, 20, Protected));
    }

    private static IQueryable<User> Self(IServiceProvider services)
    {
        var me = services.GetRequiredService<Me>().Id;
        return services.GetRequiredService<AppDb>().Users.Where(u => u.Id == me);
    }

    /// <summary>By a key or by a second factor.</summary>
    private static IQueryable<int> Protected(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDb>();
        return Self(services).Where(u => u.TwoFactorEnabled || db.Set<IdentityUserPasskey<int>>().Any(p => p.UserId == u.Id)).Select(u => u.Id);
    }

    private static IQueryable<int> Joining(IServiceProvider services)
    {
        var firms = services.GetRequiredService<Me>().Companies.Where(c => c.Role == CompanyRole.Owner).Select(c => c.CompanyId).ToList();
        return services.GetRequiredService<AppDb>().Set<CompanyUser>().Where(p => firms.Contains(p.CompanyId) && p.Status == CompanyUserStatus.Requested).Select(p => p.UserId);
    }
}
