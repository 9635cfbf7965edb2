using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Accounts.SignIn;
using Norda.Features.Directory;
using Norda.Platform.Access;

namespace Norda.Tests;

/// <summary>Lets people in: <c>var anna = await app.Person("Anna", firm); var browser = await app.As(anna);</c></summary>
public static class People
{
    /// <summary>Someone with a proven address; member of the firm in the given role, and of the staff when a role of the chamber is named.</summary>
    public static async Task<User> Person(this TestApp app, string name, Company? firm = null, CompanyRole role = CompanyRole.Viewer, bool verified = true, params Role[] staff)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var email = $"{Norda.Platform.Slug.From(name)}-{Guid.NewGuid():N}@osoby.example"[..Math.Min(60, name.Length + 46)];
        var person = new User
        {
            Name = name, Email = email, UserName = email, NormalizedEmail = email.ToUpperInvariant(), NormalizedUserName = email.ToUpperInvariant(), EmailConfirmed = verified,
            SecurityStamp = Guid.NewGuid().ToString(), CompanyId = firm?.Id, CreatedAt = now, IsAdmin = staff.Contains(Role.Admin),
        };
        if (firm is not null)
            person.Companies.Add(new CompanyUser { CompanyId = firm.Id, Role = role, Status = CompanyUserStatus.Approved, CreatedAt = now });
        person.Roles.AddRange(staff.Select(r => new StaffRole { Role = r, GrantedAt = now }));
        db.Add(person);
        await db.SaveChangesAsync();
        return person;
    }

    /// <summary>A browser in which the person has signed in, with the second factor unless told otherwise.</summary>
    public static async Task<HttpClient> As(this TestApp app, User person, bool secondFactor = true)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var session = await scope.ServiceProvider.GetRequiredService<StartSession>().Open((await db.FindAsync<User>(person.Id))!, remember: false, secondFactor, "192.0.2.1", "Test", CancellationToken.None);
        var options = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionCookie.Scheme);
        var now = app.Clock.GetUtcNow();
        var ticket = new AuthenticationTicket(SessionCookie.Stub(session), new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddDays(30) }, SessionCookie.Scheme);
        var cookies = new CookieContainerHandler();
        cookies.Container.Add(app.ClientOptions.BaseAddress, new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket)));
        return app.CreateDefaultClient(cookies);
    }
}
