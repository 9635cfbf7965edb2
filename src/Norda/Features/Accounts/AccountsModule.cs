using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Norda.Data;
using Norda.Features.Accounts.Passwords;
using Norda.Features.Accounts.SignIn;

namespace Norda.Features.Accounts;

public static class AccountsModule
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().SetApplicationName("Norda").PersistKeysToDbContext<AppDb>();
        builder.Services.AddIdentityCore<User>(identity => identity.User.RequireUniqueEmail = true)
            .AddEntityFrameworkStores<AppDb>().AddSignInManager().AddTokenProvider<AuthenticatorTokenProvider<User>>(TokenOptions.DefaultAuthenticatorProvider);
        builder.Services.AddScoped<IPasswordHasher<User>, BcryptHasher>();
        builder.Services.AddScoped<SessionPerson>();
        builder.Services.AddScoped<StartSession>();
        builder.AddSessionCookie();
    }
}
