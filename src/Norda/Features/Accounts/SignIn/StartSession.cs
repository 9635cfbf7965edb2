using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.SignIn;

/// <summary>Signs a person in at this browser. Whoever calls has checked the password, the passkey or the link.</summary>
public class StartSession(AppDb db, TimeProvider clock)
{
    /// <param name="secondFactor">More than a password was shown.</param>
    public async Task<UserSession> Run(User user, HttpContext http, bool remember, bool secondFactor, CancellationToken cancel)
    {
        await EndPresent(http, cancel);
        var session = await Open(user, remember, secondFactor, http.Connection.RemoteIpAddress?.ToString(), http.Request.Headers.UserAgent.ToString(), cancel);
        await http.SignInAsync(SessionCookie.Scheme, SessionCookie.Stub(session), new AuthenticationProperties { IsPersistent = remember, ExpiresUtc = new DateTimeOffset(session.ExpiresAt) });
        return session;
    }

    /// <summary>Who signs in where somebody is signed in takes their place: the old cookie, and any copy of it, is worth nothing any more.</summary>
    private async Task EndPresent(HttpContext http, CancellationToken cancel)
    {
        if (Guid.TryParse((await http.AuthenticateAsync(SessionCookie.Scheme)).Principal?.FindFirstValue(Me.SessionClaim), out var present))
            await db.Set<UserSession>().Where(s => s.Id == present).ExecuteDeleteAsync(cancel);
    }

    /// <summary>The row alone, without a browser to give the cookie to.</summary>
    internal async Task<UserSession> Open(User user, bool remember, bool secondFactor, string? address, string browser, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var session = new UserSession
        {
            Id = Guid.NewGuid(), UserId = user.Id, CreatedAt = now, LastSeenAt = now, ProvenAt = now, ExpiresAt = now + (remember ? UserSession.Remembered : UserSession.Idle),
            IsRemembered = remember, SecondFactor = secondFactor, Address = address, Browser = browser[..Math.Min(browser.Length, UserSessionMap.LongestBrowser)],
        };
        db.Add(session);
        user.LastLogin = now;
        await db.SaveChangesAsync(cancel);
        return session;
    }
}
