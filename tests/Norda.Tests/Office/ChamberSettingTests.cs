using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Norda.Features.Mail;
using Norda.Features.Office;
using Norda.Features.Office.Settings;
using Norda.Platform;

namespace Norda.Tests.Office;

public sealed class ChamberSettingTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await app.Db(db => db.Set<ChamberSetting>().ExecuteDeleteAsync());
        await app.Run<ApplyChamberSettings, bool>(async verb => { await verb.Run(CancellationToken.None); return true; });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_saved_name_and_colour_show_on_the_next_page_even_where_it_was_cached()
    {
        var before = await app.Page("/katalog");
        Assert.Equal(Outcome.Done, await Save(("Norda:Chamber:Name", " Izba Żuław "), ("Norda:Chamber:BrandHue", "145")));

        var after = await app.Page("/katalog");
        Assert.EndsWith("Izba Żuław", after.Title, StringComparison.Ordinal);
        var look = after.QuerySelector("link[href^='/theme.css']")!.GetAttribute("href")!;
        Assert.NotEqual(before.QuerySelector("link[href^='/theme.css']")!.GetAttribute("href"), look);
        Assert.Contains("--brand-h: 145;", await app.Client().GetStringAsync(look), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_instance_has_them_within_a_minute_and_a_new_one_at_its_first_page()
    {
        await using var other = await app.Changed(_ => { });
        await Save(("Norda:Chamber:Name", "Izba Powiśla"));
        await using var late = await app.Changed(_ => { });

        Assert.EndsWith("Izba Powiśla", await Title(late), StringComparison.Ordinal);
        for (var i = 0; i < 100 && !(await Title(other)).EndsWith("Izba Powiśla", StringComparison.Ordinal); i++)
        {
            if (i == 0)
                app.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(50, TestContext.Current.CancellationToken); // the round runs beside
        }

        Assert.EndsWith("Izba Powiśla", await Title(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_stand_above_the_files_and_below_the_environment()
    {
        await using var fixed_ = await app.Changed(host => host.UseSetting("Norda:Chamber:Name", "Izba z otoczenia"));
        await Save(("Norda:Chamber:Name", "Izba z biura"));
        await using (var scope = fixed_.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ApplyChamberSettings>().Run(CancellationToken.None);

        Assert.Equal("Izba z biura", app.Services.GetRequiredService<IOptions<ChamberOptions>>().Value.Name);
        Assert.Equal("Izba z otoczenia", fixed_.Services.GetRequiredService<IOptions<ChamberOptions>>().Value.Name);
        Assert.True(IsFixed(fixed_.Services, "Norda:Chamber:Name"));
        Assert.False(IsFixed(app.Services, "Norda:Chamber:Name"));
    }

    [Fact]
    public async Task A_blank_takes_a_setting_back()
    {
        await Save(("Norda:Chamber:Name", "Izba Krótka"));
        await Save(("Norda:Chamber:Name", " "));

        Assert.Equal(new ChamberOptions().Name, app.Services.GetRequiredService<IOptions<ChamberOptions>>().Value.Name);
        Assert.Empty(await app.Db(db => db.Set<ChamberSetting>().ToListAsync()));
    }

    [Theory]
    [InlineData("Norda:Chamber:BrandHue", "361", "Barwa to liczba od 0 do 360.")]
    [InlineData("Norda:Chamber:BrandHue", "niebieski", "Tej wartości nie da się odczytać. Sprawdź, co jest wpisane.")]
    [InlineData("Norda:Chamber:BrandChroma", "0.15", "Nasycenie to liczba od 0 do 0,14.")]
    [InlineData("Norda:Chamber:Email", "biuro", "Wpisz adres e-mail, na przykład biuro@izba.pl.")]
    [InlineData("Norda:Chamber:Logo", "//zly.example/logo.svg", "To nie jest adres pliku tego serwisu.")]
    [InlineData("Norda:Mail:Port", "0", "Port to liczba od 1 do 65535.")]
    [InlineData("Norda:Mail:Security", "Wcale", "Tej wartości nie da się odczytać. Sprawdź, co jest wpisane.")]
    [InlineData("Norda:Mail:Host", "smtp izba", "Wpisz nazwę serwera, na przykład smtp.izba.pl.")]
    public async Task A_wrong_value_is_refused_and_nothing_is_saved(string key, string value, string refusal)
    {
        Assert.Equal(Outcome.Refuse(refusal, key), await Save(("Norda:Chamber:Name", "Izba"), (key, value)));
        Assert.Empty(await app.Db(db => db.Set<ChamberSetting>().ToListAsync()));
    }

    [Fact]
    public async Task A_row_that_the_options_would_not_take_is_passed_over()
    {
        await app.Db(async db =>
        {
            db.Add(new ChamberSetting { Key = "Norda:Chamber:BrandHue", Value = "-5" });
            db.Add(new ChamberSetting { Key = "ConnectionStrings:Norda", Value = "Data Source=zle.db" });
            db.Add(new ChamberSetting { Key = "Norda:Mail:Password", Value = "nie zaszyfrowane" });
            await db.SaveChangesAsync();
        });
        await Save(("Norda:Chamber:Name", "Izba Trwała"));

        Assert.EndsWith("Izba Trwała", (await app.Page("/katalog")).Title, StringComparison.Ordinal);
        Assert.DoesNotContain("zle.db", app.Services.GetRequiredService<IConfiguration>()["ConnectionStrings:Norda"], StringComparison.Ordinal);
        Assert.Null(app.Services.GetRequiredService<IOptions<MailOptions>>().Value.Password);
    }

    [Fact]
    public async Task The_password_of_the_mail_server_is_used_but_cannot_be_read_in_the_database()
    {
        await Save(("Norda:Mail:Host", "smtp.izba.example"), ("Norda:Mail:Password", "bardzo tajne"));

        Assert.Equal("bardzo tajne", app.Services.GetRequiredService<IOptions<MailOptions>>().Value.Password);
        var stored = await app.Db(db => db.Set<ChamberSetting>().Where(s => s.Key == "Norda:Mail:Password").Select(s => s.Value).SingleAsync());
        Assert.DoesNotContain("tajne", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_change_of_a_setting_is_in_the_audit_log()
    {
        await Save(("Norda:Chamber:Owner", "Stowarzyszenie Przykład"));

        Assert.Equal("Norda:Chamber:Owner", await app.Db(db => db.Set<Norda.Data.Audit.AuditEntry>().Where(e => e.TableName == "chamber_settings").OrderByDescending(e => e.Id).Select(e => e.RowKey).FirstAsync()));
    }

    private Task<Outcome> Save(params (string Key, string? Value)[] values) =>
        app.Run<SaveChamberSettings, Outcome>(verb => verb.Run(values.ToDictionary(v => v.Key, v => v.Value), CancellationToken.None));

    private static bool IsFixed(IServiceProvider services, string key) => services.GetRequiredService<SavedSettings>().IsFixedAbove(services.GetRequiredService<IConfiguration>(), key);

    private static async Task<string> Title(WebApplicationFactory<Program> instance) => (await (await instance.CreateClient().GetAsync("/o-nas-nie-ma")).Page()).Title!;
}
