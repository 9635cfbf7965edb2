namespace Norda.Tests.Security;

/// <summary>Everybody opens everything that they can reach; nothing is written by it.</summary>
[Collection(SiegeGround.Name)]
public sealed class OpeningTests(Siege siege)
{
    /// <summary>When somebody was last here, at most once in five minutes; how far they have read in the forum.</summary>
    private static readonly string[] Visits = ["user_sessions", Siege.ReadingPositions];

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
        var noted = RowChanges.Between(before, await siege.Rows());
        Assert.NotEmpty(noted);
        Assert.All(noted, row => Assert.Contains(row.Table, Visits));
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

        // The kit is for developers; the second step opens in the middle of a sign-in; pages of errors and files tell their own status; the rest of the API's documents stand on the first; the address of a feed is shown to its owner once.
        Assert.Empty(siege.Map.Roads.Where(r => r.IsRead).Select(r => r.Route).Except(seen).Except(["/kit", "/logowanie/kod", "/blad/{code:int}", "/openapi/{documentName}.json", "/sitemap/{part:int}.xml", "/forum/rss/{token}"]));
    }
}
