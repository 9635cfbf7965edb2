using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Norda.Platform;
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
        cookie.Cookie.Path = "/"; // whoever signs in under /en is signed in everywhere
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

    /// <summary>Who opens a page is shown where to sign in and comes back afterwards; a call and a form get the bare status.</summary>
    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> answer, int status)
    {
        var (request, response) = (answer.Request, answer.Response);
        response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized && HttpMethods.IsGet(request.Method) && !ErrorAnswers.IsApi(request))
            response.Redirect($"{request.PathBase}/logowanie{QueryString.Create("powrot", request.PathBase + request.Path + request.QueryString)}");
        else if (status == StatusCodes.Status403Forbidden && HttpMethods.IsGet(request.Method) && answer.HttpContext.RequestServices.GetRequiredService<Me>().NeedsSecondFactor)
            response.Redirect($"{request.PathBase}/konto/drugi-skladnik");
        return Task.CompletedTask;
    }
}
