using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Norda.Features.Mail;
using Norda.Features.Office;
using Norda.Platform;
using Norda.Platform.Access;
using SkiaSharp;

namespace Norda.Tests.Office;

/// <summary>Bartek, an administrator, gives the chamber its name, its colours and its mail.</summary>
public sealed class SettingsPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_name_saved_here_is_on_the_pages_at_once()
    {
        var admin = await Admin();

        await admin.Fill("/biuro/ustawienia", "Zapisz dane izby", new() { [Field("Chamber:Name")] = "Izba Próbna", [Field("Chamber:Nip")] = "584-527-83-25", [Field("Chamber:BankAccount")] = "61 1090 1014 0000 0712 1981 2874" });

        Assert.Contains("Izba Próbna", (await app.Page("/")).Title, StringComparison.Ordinal);
        Assert.Equal("61 1090 1014 0000 0712 1981 2874", app.Services.GetRequiredService<IOptions<ChamberOptions>>().Value.BankAccount);
        Assert.Equal("Izba Próbna", (await (await admin.GetAsync("/biuro/ustawienia")).Page()).QuerySelector("input[name='Form[Norda:Chamber:Name]']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/biuro/ustawienia", "Zapisz dane izby", "Chamber:Nip", "1234567890")]
    [InlineData("/biuro/ustawienia", "Zapisz dane izby", "Chamber:Email", "bez małpy")]
    [InlineData("/biuro/ustawienia/wyglad", "Zapisz kolory", "Chamber:BrandChroma", "0,3")]
    [InlineData("/biuro/ustawienia/wyglad", "Zapisz kolory", "Chamber:BrandHue", "czerwony")]
    [InlineData("/biuro/ustawienia/poczta", "Zapisz ustawienia poczty", "Mail:Port", "70000")]
    public async Task What_cannot_be_is_refused_beside_its_field_and_kept(string address, string button, string key, string value)
    {
        var answer = await (await Admin()).Fill(address, button, new() { [Field(key)] = value });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var field = (await answer.Page()).QuerySelector($"[name='{Field(key)}']")!;
        Assert.Equal(value.Replace(',', '.'), field.GetAttribute("value"));
        Assert.NotEmpty(field.ParentElement!.QuerySelector(".error")!.TextContent);
    }

    [Fact]
    public async Task Of_two_administrators_the_later_sees_what_the_earlier_saved_and_overwrites_nothing_unseen()
    {
        var (admin, address) = (await Admin(), "/biuro/ustawienia");
        var late = await (await admin.GetAsync(address)).Page();
        await admin.Fill(address, "Zapisz dane izby", new() { [Field("Chamber:Phone")] = "58 672 00 11", [Field("Chamber:Address")] = "ul. Portowa 1, Puck" });

        var answer = await admin.Send(late, address, "Zapisz dane izby", new() { [Field("Chamber:Address")] = "ul. Rybacka 2, Puck" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var shown = await answer.Page();
        var both = shown.QuerySelector(".error-summary")!.TextContent;
        Assert.Contains("ul. Portowa 1, Puck", both, StringComparison.Ordinal);
        Assert.Contains("ul. Rybacka 2, Puck", both, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.Send(shown, address, "Zapisz dane izby", [])).StatusCode);
        var chamber = app.Services.GetRequiredService<IOptions<ChamberOptions>>().Value;
        Assert.Equal(("58 672 00 11", "ul. Rybacka 2, Puck"), (chamber.Phone, chamber.Address));
    }

    [Fact]
    public async Task Colours_reach_the_stylesheet()
    {
        await (await Admin()).Fill("/biuro/ustawienia/wyglad", "Zapisz kolory", new() { [Field("Chamber:BrandHue")] = "150", [Field("Chamber:BrandChroma")] = "0,12" });

        var css = await (await app.Client().GetAsync("/theme.css")).Content.ReadAsStringAsync();
        Assert.Contains("--brand-h: 150; --brand-c: 0.12", css, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logo_is_drawn_anew_and_shown()
    {
        var admin = await Admin();
        var token = (await (await admin.GetAsync("/biuro/ustawienia/wyglad")).Page()).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Upload(admin, token, "<svg onload='alert(1)'/>"u8.ToArray())).StatusCode);
        using var picture = new SKBitmap(900, 900);
        Assert.Equal(HttpStatusCode.Redirect, (await Upload(admin, token, picture.Encode(SKEncodedImageFormat.Png, 90).ToArray())).StatusCode);

        var logo = app.Services.GetRequiredService<IOptions<ChamberOptions>>().Value.Logo!;
        var file = await app.Client().GetAsync(logo);
        Assert.Equal((HttpStatusCode.OK, "image/webp"), (file.StatusCode, file.Content.Headers.ContentType!.MediaType));
        Assert.Equal(512, SKBitmap.Decode(await file.Content.ReadAsByteArrayAsync()).Width);
        await admin.Press("/biuro/ustawienia/wyglad", "Usuń logo");
        Assert.Null(app.Services.GetRequiredService<IOptions<ChamberOptions>>().Value.Logo);
    }

    [Fact]
    public async Task The_password_goes_in_and_never_comes_out_and_a_blank_keeps_it()
    {
        var admin = await Admin();
        Task<HttpResponseMessage> Save(string password, string user) => admin.Fill("/biuro/ustawienia/poczta", "Zapisz ustawienia poczty", new() { [Field("Mail:Password")] = password, [Field("Mail:User")] = user });

        await Save("sezam-otwórz-się", "izba");
        await Save("", "izba2");

        Assert.Equal(("sezam-otwórz-się", "izba2"), (Mail().Password, Mail().User));
        Assert.DoesNotContain("sezam", await (await admin.GetAsync("/biuro/ustawienia/poczta")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.All(await app.Db(db => db.Set<ChamberSetting>().Select(s => s.Value).ToListAsync()), value => Assert.DoesNotContain("sezam", value!, StringComparison.Ordinal));
        MailOptions Mail() => app.Services.GetRequiredService<IOptions<MailOptions>>().Value;
    }

    [Fact]
    public async Task The_test_letter_goes_out_at_once_to_who_asks()
    {
        var bartek = await app.Person("Bartek", staff: Role.Admin);
        var admin = await app.As(bartek);

        await admin.Press("/biuro/ustawienia/poczta", "Wyślij list próbny");

        Assert.NotNull((await app.Db(db => db.Set<OutboxMail>().SingleAsync(m => m.Recipient == bartek.Email))).SentAt);
    }

    private static string Field(string key) => $"Form[Norda:{key}]";

    private async Task<HttpClient> Admin() => await app.As(await app.Person("Bartek", staff: Role.Admin));

    private static async Task<HttpResponseMessage> Upload(HttpClient admin, string token, byte[] bytes)
    {
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(file, "plik", "logo.png");
        return await admin.PostAsync("/biuro/ustawienia/wyglad?handler=Logo", form);
    }
}
