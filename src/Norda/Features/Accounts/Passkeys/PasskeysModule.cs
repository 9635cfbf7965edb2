using Microsoft.AspNetCore.Identity;
using Norda.Platform;

namespace Norda.Features.Accounts.Passkeys;

public static class PasskeysModule
{
    public static void AddPasskeys(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        builder.Services.AddScoped<PasskeyChallenges>().AddScoped<AddPasskey>().AddScoped<RemovePasskey>().AddScoped<RenamePasskey>().AddScoped<SignInWithPasskey>();
        builder.Services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // Without a public address the name in the browser's bar is believed; the browser itself binds a key to it.
            passkeys.ServerDomain = Uri.TryCreate(builder.Configuration[$"{SiteOptions.Section}:{nameof(SiteOptions.PublicUrl)}"], UriKind.Absolute, out var site) ? site.Host : null;
            passkeys.UserVerificationRequirement = "required"; // finger, face or PIN: the second factor
            // Where the browser says it was must be where this copy stands, not merely what the request's own header repeats.
            passkeys.ValidateOrigin = shown => ValueTask.FromResult(!shown.CrossOrigin && string.Equals(shown.Origin, shown.HttpContext.Request.Origin(), StringComparison.OrdinalIgnoreCase));
            passkeys.ResidentKeyRequirement = "required"; // signing in asks for no address
        });
    }
}
