using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Norda.Features.Directory;
using Norda.Platform.Access;

namespace Norda.Tests.Access;

/// <summary>Every endpoint x every kind of person: who may not pass, by <see cref="AccessTable"/>, is turned away and changes nothing.</summary>
public sealed class MatrixTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Role[] Staff = [Role.Moderator, Role.Treasurer, Role.Auditor, Role.Office, Role.Admin];

    [Fact]
    public async Task Every_endpoint_lets_in_whom_the_table_names_and_nobody_else()
    {
        var people = await Cast();
        var before = await app.Db(Rows.Read);
        var (asked, wrong) = (0, new List<string>());
        foreach (var endpoint in AccessInventory.List(app.Services.GetRequiredService<EndpointDataSource>().Endpoints).Where(e => e.Resource is not Resource.Asset))
        {
            var rule = AccessTable.Rules[(endpoint.Resource!.Value, endpoint.Act!.Value)];
            foreach (var (name, roles, browser) in people)
            {
                foreach (var method in Methods(endpoint))
                {
                    var answer = await Ask(browser, method, endpoint);
                    asked++;
                    if (rule.Any(roles.Contains) == IsTurnedAway(answer) || (int)answer.StatusCode >= 500)
                        wrong.Add($"{method} {endpoint.Route} as {name}: {(int)answer.StatusCode} {answer.Headers.Location}");
                }
            }
        }

        Console.WriteLine($"   access: {asked} requests, {people.Count} kinds of people, {wrong.Count} mismatches");
        Assert.Empty(wrong);
        Assert.Equal(before, await app.Db(Rows.Read));
    }

    [Fact]
    public async Task Taking_any_one_rule_away_would_show()
    {
        var endpoints = AccessInventory.List(app.Services.GetRequiredService<EndpointDataSource>().Endpoints);
        foreach (var (resource, act) in AccessTable.Rules.Where(r => !r.Value.Contains(Role.Visitor)).Select(r => r.Key))
        {
            await using var careless = await app.Changed(host => host.ConfigureTestServices(services => services.AddSingleton<IAuthorizationPolicyProvider>(new OneDoorOpen(AccessPolicies.NameOf(resource, act)))));
            var visitor = careless.CreateClient(new() { AllowAutoRedirect = false });
            var passed = 0;
            foreach (var endpoint in endpoints.Where(e => e.Resource == resource && e.Act == act))
                foreach (var method in Methods(endpoint))
                    passed += IsTurnedAway(await Ask(visitor, method, endpoint)) ? 0 : 1;
            Assert.True(passed > 0, $"{resource}.{act}: nobody would notice");
        }
    }

    private static async Task<HttpResponseMessage> Ask(HttpClient browser, HttpMethod method, AccessRow endpoint)
    {
        using var request = new HttpRequestMessage(method, Addresses.Of(endpoint.Route)) { Content = method == HttpMethod.Post ? new FormUrlEncodedContent([]) : null };
        return await browser.SendAsync(request);
    }

    /// <summary>A form without its token goes no further than the door, so posting changes nothing for those who may.</summary>
    private static IEnumerable<HttpMethod> Methods(AccessRow endpoint) =>
        endpoint.Methods == "*" ? [HttpMethod.Get, HttpMethod.Post] : endpoint.Methods.Split(',').Where(m => m is "GET" or "POST").Select(m => new HttpMethod(m));

    private static bool IsTurnedAway(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        || answer.Headers.Location?.ToString().StartsWith("/logowanie?powrot=", StringComparison.Ordinal) == true;

    private async Task<List<(string Name, Role[] Roles, HttpClient Browser)>> Cast()
    {
        var firm = await app.Firm("PIXLAB Sp. z o.o.", town: "Wejherowo", category: "Informatyka", services: ["Strony internetowe"]);
        var foreign = await app.Firm("Obca Firma");
        var people = new List<(string, Role[], HttpClient)>
        {
            ("visitor", [Role.Visitor], app.Client()),
            ("unverified", [Role.Visitor, Role.SignedIn], await app.As(await app.Person("Ula", firm, verified: false))),
            ("member", [Role.Visitor, Role.SignedIn, Role.Member], await In("Marek", firm, CompanyRole.Viewer)),
            ("manager", [Role.Visitor, Role.SignedIn, Role.Member, Role.Manager], await In("Magda", firm, CompanyRole.Owner)),
            ("manager of another firm", [Role.Visitor, Role.SignedIn, Role.Member, Role.Manager], await In("Obcy", foreign, CompanyRole.Owner)),
        };
        foreach (var role in Staff)
            people.Add((role.ToString(), [Role.Visitor, Role.SignedIn, Role.Member, role], await app.As(await app.Person($"Osoba {role}", staff: role))));
        return people;
    }

    private async Task<HttpClient> In(string name, Company firm, CompanyRole role) => await app.As(await app.Person(name, firm, role));

    /// <summary>The policies of the application, but one lets everybody in.</summary>
    private sealed class OneDoorOpen(string name) : IAuthorizationPolicyProvider
    {
        private readonly AccessPolicies real = new();

        public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => real.GetDefaultPolicyAsync();

        public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => real.GetFallbackPolicyAsync();

        public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
            policyName == name ? Task.FromResult<AuthorizationPolicy?>(new AuthorizationPolicyBuilder().RequireAssertion(_ => true).Build()) : real.GetPolicyAsync(policyName);
    }
}
