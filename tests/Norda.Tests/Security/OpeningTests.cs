namespace Norda.Tests.Security;

/// <summary>Everybody opens everything that they can reach; nothing is written by it.</summary>
[Collection(SiegeGround.Name)]
public sealed class OpeningTests(Siege siege)
{
    /// <summary>Where no link of the demo chamber leads; the tests of their features open them.</summary>
    private static readonly string[] Unlinked =
    [
        "/kit", "/dev/poczta", "/dev/poczta/{number:int}.html", // for developers
        "/logowanie/kod", "/logowanie/przez/{number:int}", "/konto/potwierdz", "/konto/dostawcy", // in the middle of a sign-in, or where a provider is set up
        "/pierwsze-uruchomienie", "/pierwsze-uruchomienie/administrator", "/pierwsze-uruchomienie/izba", "/pierwsze-uruchomienie/poczta", // once, before there are people
        "/blad/{code:int}", "/openapi/{documentName}.json", "/sitemap/{part:int}.xml", "/powiadomienia/strumien", "/api/v1/events/{slug}", "/api/v1/messages/{id}", // for programs
        "/forum/rss/{token}", "/kalendarz/{token}.ics", "/w/{token}", "/newsletter/rezygnacja/{secret}", "/powiadomienia/stop/{secret}", "/dolacz/status/{secret}", "/dolacz/druk/{secret}", "/karta/{token}", // by a secret that is shown or sent once
        "/dolacz/firma", "/dolacz/osoba", "/dolacz/zgody", "/dolacz/wyslij", // by the form before them
        "/biuro/deklaracje/{id:int}/pliki/{plik:int}", "/moja-firma/skladki/online", "/moja-firma/skladki/online/{session}", "/biuro/skladki/online/{id:int}/zwrot", // where a firm has sent files, where the operator's keys are set
        "/biuro/skladki/zaznaczone", "/biuro/skladki/naliczanie/{id:int}", "/biuro/skladki/wyciagi/decyzja", "/biuro/skladki/wyciagi/{id:int}/kolumny", "/biuro/dziennik/cofnij",
        "/wydarzenia/{slug}/udzial", "/ogloszenia/{adres}/zapytaj", "/forum/popraw/{rodzaj}/{id:int}", "/biuro/duplikaty/{first:int}/{second:int}", // where the row is in the right state for them
        "/wiadomosci/zalaczniki/{id:int}", "/forum/zalaczniki/{id:int}", "/dokumenty/uchwala/{id:int}", "/biuro/skladki/wysylka/{id:int}/pisma.pdf", "/biuro/skladki/wysylka/{id:int}/etykiety.pdf", "/moja-firma/karta/{slug}", "/biuro/skladki/pismo/{slug}", // files that the demo chamber does not have
    ];

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
    public async Task No_page_fails_and_every_route_is_reached_that_a_link_leads_to()
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

        var missed = siege.Map.Roads.Where(r => r.IsRead).Select(r => r.Route).Except(seen).Except(Unlinked).ToList();
        Assert.True(missed.Count == 0, string.Join(Environment.NewLine, missed));
    }
}
