using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.SignIn;

public static class SignInEndpoints
{
    public static void MapSignIn(this WebApplication app) =>
        app.MapPost("/wyloguj", SignOut).Requires(Resource.Account, Act.Change).ExcludeFromDescription();

    /// <summary>Ends this session for good: a copy of its cookie is worth nothing afterwards.</summary>
    private static async Task<IResult> SignOut(HttpContext http, AppDb db, Me me, [FromForm] string? wszedzie, CancellationToken cancel)
    {
        var (session, user) = (me.SessionId, me.Id);
        await db.Set<UserSession>().Where(s => s.Id == session || wszedzie == "1" && s.UserId == user).ExecuteDeleteAsync(cancel);
        await http.SignOutAsync(SessionCookie.Scheme);
        return Results.LocalRedirect("~/");
    }
}
