using Norda.Features.Directory.Map;

namespace Norda.Tests.Profile; // "Norda.Tests.Directory" would hide System.IO.Directory from its neighbours

public sealed class MapTests
{
    [Theory]
    [InlineData("Wejherowo", 283.3, 168.0)]
    [InlineData("Hel", 480.0, 167.4)]
    [InlineData("Gdańsk", 426.1, 319.8)]
    [InlineData("Łeba", 46.9, 76.8)]
    public void Towns_stand_where_the_drawing_has_them(string town, double x, double y)
    {
        var place = BaseMap.Find(null, null, town)!.Value;

        Assert.InRange(place.X, x - 0.3, x + 0.3);
        Assert.InRange(place.Y, y - 0.3, y + 0.3);
    }

    [Fact]
    public void A_firm_outside_the_drawing_has_no_place_on_it()
    {
        Assert.Null(BaseMap.Find(52.23, 21.01, "Warszawa"));
        Assert.Null(BaseMap.Find(null, null, "Warszawa"));
        Assert.Null(BaseMap.Find(null, null, null));
    }

    [Fact]
    public void All_pins_are_seen_and_none_hides_another()
    {
        var places = Enumerable.Repeat("Wejherowo", 7).Concat(["Hel", "Lębork", "Gdańsk", "Władysławowo"]).Select(t => BaseMap.Find(null, null, t)!.Value);
        var map = new MapView("Mapa", [.. places.Select((p, i) => new Pin(((char)('A' + i)).ToString(), "firma", p))]);

        Assert.All(map.Pins, p => Assert.True(p.At.X is >= 12 and <= 420 && p.At.Y is >= 29 and <= 400, $"{p.Pin.Letter} at {p.At}"));
        Assert.All(map.Pins, p => Assert.All(map.Pins.Where(o => o.Pin != p.Pin), o => Assert.True(Math.Max(Math.Abs(o.At.X - p.At.X), Math.Abs(o.At.Y - p.At.Y)) > 12)));
    }

    [Fact]
    public void A_map_without_pins_shows_the_whole_country() => Assert.NotEmpty(new MapView("Mapa", []).Towns);
}
