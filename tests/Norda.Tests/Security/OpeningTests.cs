namespace Norda.Tests.Security;

/// <summary>Everybody opens everything that they can reach; nothing is written by it.</summary>
[Collection(SiegeGround.Name)]
public sealed class OpeningTests(Siege siege)
{
    [Fact]
    public async Task To_open_a_page_changes_no_row_but_that_of_the_visit()
    {
        var pages = 0;
        foreach (var who in Siege.Everyone)
            pages += (await siege.PagesOf(who)).Count;
        Console.WriteLine($"   reading: {pages} pages opened by {Siege.Everyone.Length} kinds of people");
        Assert.Empty(siege.WrittenByReading);

        await siege.Restore();
        var before = await siege.Rows();
        siege.Clock.Advance(TimeSpan.FromMinutes(10));
        foreach (var who in Siege.Everyone)
            foreach (var address in siege.Map.Addresses)
                await siege[who].Client.GetAsync(address);
        var noted = RowChanges.Between(before.WithoutReading(), (await siege.Rows()).WithoutReading());
        Assert.NotEmpty(noted); // when somebody was last here, at most once in five minutes
        Assert.All(noted, row => Assert.Equal("user_sessions", row.Table));
    }

    [Fact]
    public async Task No_page_fails_and_every_route_is_reached()
    {
        var seen = new HashSet<string>();
        foreach (var who in Siege.Everyone)
        {
            foreach (var visit in await siege.PagesOf(who))
            {
                Assert.True((int)visit.Answer.StatusCode < 500 || visit.Address.StartsWith("/blad/", StringComparison.Ordinal), $"{who}: {visit.Address} {visit.Answer.StatusCode}");
                if (visit.Answer.IsSuccessStatusCode)
                    seen.Add(siege.Map.RouteOf(visit.Address.Split('?')[0])!.Route);
            }
        }

        string[] unseen =
        [
            "/kit", "/dev/poczta/{number:int}.html", // for developers
            "/logowanie/kod", "/logowanie/przez/{number:int}", // in the middle of a sign-in, or where a provider is set up
            "/blad/{code:int}", "/openapi/{documentName}.json", "/sitemap/{part:int}.xml",
            "/powiadomienia/strumien", // an open line, for scripts alone
            "/forum/rss/{token}", "/kalendarz/{token}.ics", // their owner is shown the address once
        ];
        Assert.Equal("", string.Join(Environment.NewLine, siege.Map.Roads.Where(r => r.IsRead).Select(r => r.Route).Except(seen).Except(unseen)));
    }
}
