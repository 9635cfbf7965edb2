using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.SignIn;

/// <summary>What one page tells the next for a few minutes: a protected cookie that says nothing to anybody else.</summary>
public sealed class ShortMemory(IDataProtectionProvider protection, TimeProvider clock, IConfiguration configuration)
{
    public void Remember(HttpContext http, string name, string text, TimeSpan patience)
    {
        var until = clock.GetUtcNow().Add(patience).UtcTicks.ToString(CultureInfo.InvariantCulture);
        http.Response.Cookies.Append(Cookie(name), Protector(name).Protect($"{until} {text}"), Options(http, patience));
    }

    /// <returns>Null when there is none, it is too old, or it is not ours.</returns>
    public string? Read(HttpContext http, string name)
    {
        if (http.Request.Cookies[Cookie(name)] is not { Length: > 0 } cookie)
            return null;
        try
        {
            return Protector(name).Unprotect(cookie).Split(' ', 2) is [var until, var text] && clock.GetUtcNow().UtcTicks < long.Parse(until, CultureInfo.InvariantCulture) ? text : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Forget(HttpContext http, string name) => http.Response.Cookies.Delete(Cookie(name), Options(http, null));

    private string Cookie(string name) => SafeCookie.Name(configuration, "norda-" + name);

    private IDataProtector Protector(string name) => protection.CreateProtector("Norda.ShortMemory", name);

    private CookieOptions Options(HttpContext http, TimeSpan? patience) => new()
    {
        HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = patience, Secure = http.Request.IsHttps || SafeCookie.Policy(configuration) == CookieSecurePolicy.Always,
    };
}
