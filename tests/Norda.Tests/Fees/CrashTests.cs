using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Accounts.SignIn;
using Norda.Features.Directory;
using Norda.Features.Fees;
using Norda.Platform.Access;

namespace Norda.Tests.Fees;

/// <summary>Power cuts while people pay: what was acknowledged is there, and nothing is there twice.</summary>
public sealed class CrashTests(TestApp app) : IClassFixture<TestApp>
{
    private const int Payments = 24;
    /// <summary>A bound for a machine with much else to do; on a quiet one each takes some ten seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task The_application_is_killed_during_payments_and_none_is_lost_or_doubled()
    {
        var firm = await app.Member("Przerwana", new(2020, 1, 1));
        await app.Owes(firm, 1000, 9);
        var cookie = await Cookie(await app.Person("Celina", staff: Role.Treasurer));
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        string[] words = [$"--urls={address}"];
        var norda = NordaProcess.Start(app.Database.ConnectionString, words);
        try
        {
            var acknowledged = new ConcurrentDictionary<string, bool>();
            var paying = Task.WhenAll(Enumerable.Range(0, 4).Select(lane => Pay(address, cookie, firm.Slug, [.. Enumerable.Range(0, Payments / 4).Select(_ => Guid.NewGuid().ToString("N"))], acknowledged)));
            await Until(() => acknowledged.Count >= Payments / 3 || paying.IsCompleted);
            norda.Kill();
            norda.Dispose();
            norda = NordaProcess.Start(app.Database.ConnectionString, words);
            await paying.WaitAsync(Patience);

            await Holds(app.Services, firm, acknowledged.Keys, Payments);
        }
        finally
        {
            norda.Dispose();
        }
    }

    [PostgresFact]
    public async Task PostgreSQL_is_killed_during_payments_and_none_is_lost_or_doubled()
    {
        await using var server = await OwnPostgres.Start();
        await using var other = await app.Changed(host => host.UseSetting("ConnectionStrings:Norda", server.ConnectionString));
        var firm = new Company { Name = "Przerwana", Slug = "przerwana" };
        await other.Services.Use<AppDb, int>(db =>
        {
            db.Add(firm);
            return db.SaveChangesAsync();
        });
        await other.Services.Use<AppDb, int>(db =>
        {
            db.Add(new Fee { CompanyId = firm.Id, FeeYear = 2026, FeeMonth = 9, ThroughMonth = 9, Amount = 1000, DueDate = new(2026, 9, 30) });
            return db.SaveChangesAsync();
        });
        var acknowledged = new ConcurrentDictionary<string, bool>();
        var paying = Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            foreach (var key in Enumerable.Range(0, Payments / 4).Select(_ => Guid.NewGuid().ToString()))
                await Retry(async () =>
                {
                    Assert.False((await other.Services.Pay(firm, 1, key)).Outcome.Refused);
                    acknowledged.TryAdd(key, true);
                });
        }));
        await Until(() => acknowledged.Count >= Payments / 3);
        await server.Kill();
        await server.Open();
        await paying.WaitAsync(Patience);

        await Holds(other.Services, firm, acknowledged.Keys, Payments);
    }

    private static async Task Holds(IServiceProvider services, Company firm, ICollection<string> acknowledged, int payments)
    {
        var keys = await services.Use<AppDb, List<string>>(db => db.Set<FeePayment>().Where(p => p.CompanyId == firm.Id).Select(p => p.IdempotencyKey).ToListAsync());
        var fee = await services.Use<AppDb, Fee>(db => db.Set<Fee>().AsNoTracking().SingleAsync(f => f.CompanyId == firm.Id));
        var allocated = await services.Use<AppDb, decimal>(db => db.Set<PaymentAllocation>().Where(a => a.FeeId == fee.Id).SumAsync(a => a.Amount));
        Console.WriteLine($"   payments: {acknowledged.Count} acknowledged, {acknowledged.Count(a => !keys.Exists(k => k.Contains(a, StringComparison.Ordinal)))} lost, {keys.Count - payments} doubled");

        Assert.Equal(payments, acknowledged.Count);
        Assert.All(acknowledged, key => Assert.Single(keys, k => k.Contains(key, StringComparison.Ordinal)));
        Assert.Equal((payments, (decimal)payments, (decimal)payments), (keys.Count, fee.AmountPaid, allocated));
    }

    /// <summary>A browser that pays one zloty for each key, and presses again when there was no answer.</summary>
    private static async Task Pay(Uri address, Cookie cookie, string slug, IReadOnlyList<string> keys, ConcurrentDictionary<string, bool> acknowledged)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        handler.CookieContainer.Add(address, new Cookie(cookie.Name, cookie.Value));
#pragma warning disable RS0030 // The ban is for the application; here it is called from outside.
        using var browser = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
#pragma warning restore RS0030
        foreach (var key in keys)
            await Retry(async () =>
            {
                var answer = await browser.Fill($"/biuro/skladki/wplata?firma={slug}", "Zapisz wpłatę", new() { ["Kwota"] = "1", ["Klucz"] = key });
                if (answer.Headers.Location?.ToString().Contains("zapisano=", StringComparison.Ordinal) != true)
                    throw new HttpRequestException($"{answer.StatusCode} {answer.Headers.Location} {await answer.Content.ReadAsStringAsync()}");
                acknowledged.TryAdd(key, true);
            });
    }

    private static async Task Retry(Func<Task> attempt)
    {
        for (var until = TimeProvider.System.GetUtcNow() + Patience; ;)
        {
            try
            {
                await attempt();
                return;
            }
            catch (Exception broken) when (TimeProvider.System.GetUtcNow() < until && broken is not Xunit.Sdk.IAssertionException)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task Until(Func<bool> reached)
    {
        for (var until = TimeProvider.System.GetUtcNow() + Patience; !reached() && TimeProvider.System.GetUtcNow() < until;)
            await Task.Delay(20);
    }

    /// <summary>The keys that protect cookies lie in the database, so the child process knows the cookie too.</summary>
    private async Task<Cookie> Cookie(User person)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var session = await scope.ServiceProvider.GetRequiredService<StartSession>().Open((await db.FindAsync<User>(person.Id))!, remember: true, secondFactor: true, "192.0.2.1", "Test", CancellationToken.None);
        var options = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionCookie.Scheme);
        var now = TimeProvider.System.GetUtcNow(); // the child lives by the real clock
        var (seen, end) = (now.UtcDateTime, now.UtcDateTime.AddDays(1));
        await db.Set<UserSession>().Where(s => s.Id == session.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, seen).SetProperty(x => x.ExpiresAt, end));
        var ticket = new AuthenticationTicket(SessionCookie.Stub(session), new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddDays(30) }, SessionCookie.Scheme);
        return new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
