using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.SignIn;

/// <summary>Between the password and the code: who gave the right password, for five minutes, in a protected cookie.</summary>
public sealed class SecondStep(IDataProtectionProvider protection, TimeProvider clock, IConfiguration configuration)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _protector = protection.CreateProtector("Norda.SecondStep");

    private string Cookie => SafeCookie.Name(configuration, "norda-step");

    public void Remember(HttpContext http, int userId, bool remember)
    {
        var until = clock.GetUtcNow().Add(Patience).UtcTicks;
        http.Response.Cookies.Append(Cookie, _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{userId} {remember} {until}")), Options(http));
    }

    public (int UserId, bool Remember)? Read(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } cookie)
            return null;
        try
        {
            return _protector.Unprotect(cookie).Split(' ') is [var id, var remember, var until] && clock.GetUtcNow().UtcTicks < long.Parse(until, CultureInfo.InvariantCulture)
                ? (int.Parse(id, CultureInfo.InvariantCulture), bool.Parse(remember)) : null;
        }
        catch (CryptographicException)
        {
            return null; // another's or an old one
        }
    }

    public void Forget(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options(http));

    private CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Patience, Secure = http.Request.IsHttps || SafeCookie.Policy(configuration) == CookieSecurePolicy.Always,
    };
}
