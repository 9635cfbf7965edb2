using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.SignIn;

/// <summary>The cookie holds the number of a session; who that is and what they may is read from the database at every request.</summary>
public static class SessionCookie
{
    public const string Scheme = "session";

    public static void AddSessionCookie(this WebApplicationBuilder builder) => builder.Services.AddAuthentication(Scheme).AddCookie(Scheme, cookie =>
    {
        cookie.Cookie.Name = SafeCookie.Name(builder.Configuration, "norda");
        cookie.Cookie.SecurePolicy = SafeCookie.Policy(builder.Configuration);
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.HttpOnly = true;
        cookie.ExpireTimeSpan = UserSession.Remembered; // the row says when it really ends
        cookie.Events.OnValidatePrincipal = Validate;
        cookie.Events.OnSigningOut = _ => Task.CompletedTask;
        cookie.Events.OnRedirectToLogin = answer => Refuse(answer, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = answer => Refuse(answer, StatusCodes.Status403Forbidden);
    });

    /// <summary>What goes into the cookie: the number of the session and nothing else.</summary>
    internal static ClaimsPrincipal Stub(UserSession session) => new(new ClaimsIdentity([new Claim(Me.SessionClaim, session.Id.ToString())], Scheme));

    private static async Task Validate(CookieValidatePrincipalContext cookie)
    {
        var sessions = cookie.HttpContext.RequestServices.GetRequiredService<SessionPerson>();
        if (Guid.TryParse(cookie.Principal?.FindFirstValue(Me.SessionClaim), out var id) && await sessions.Find(id, cookie.HttpContext.RequestAborted) is { } person)
        {
            cookie.ReplacePrincipal(person);
            return;
        }

        cookie.RejectPrincipal();
        await cookie.HttpContext.SignOutAsync(Scheme);
    }

    /// <summary>A person is shown where to sign in and comes back afterwards; a program gets the bare status.</summary>
    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> answer, int status)
    {
        answer.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
