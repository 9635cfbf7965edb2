using System.IO.Compression;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Localization;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Shared;

public static class SharedModule
{
    public static void AddShared(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Features").AddDataAnnotationsLocalization(annotations => annotations.DataAnnotationLocalizerProvider = (_, texts) => texts.Create(typeof(Texts)));
        builder.Services.Configure<MvcOptions>(mvc =>
        {
            mvc.ModelBinderProviders.Insert(0, new TypedText.Provider());
            mvc.ModelBinderProviders.Insert(0, new TypedTick.Provider());
            // Names in the brackets of jQuery, which nobody sends here: an unclosed one would be a fault of ours.
            mvc.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
            mvc.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
        });
        builder.Services.AddOptions<MvcOptions>().Configure<IStringLocalizer<Texts>>(SayWhatCannotBeRead);
        builder.Services.Configure<MvcViewOptions>(views => views.HtmlHelperOptions.ClientValidationEnabled = false); // attributes of a script that is not here
        builder.Services.Configure<CookieTempDataProviderOptions>(said => (said.Cookie.Name, said.Cookie.SecurePolicy, said.Cookie.Path) = (SafeCookie.Name(builder.Configuration, Flash.Cookie), SafeCookie.Policy(builder.Configuration), "/"));
        builder.AddLiveOptions<ChamberOptions>(ChamberOptions.Section);
        builder.Services.Configure<ResponseCompressionOptions>(answers => answers.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"]);
        // Quality 4: a third smaller than the default 1 for a fraction of a millisecond.
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        builder.Services.AddSingleton<Assets>();
        builder.Services.AddSingleton<Theme>();
        builder.Services.AddScoped<TopBarCounts>();
    }

    /// <summary>What was typed does not fit its field, in words of people; which field it is stands beside it.</summary>
    private static void SayWhatCannotBeRead(MvcOptions mvc, IStringLocalizer<Texts> texts)
    {
        var said = mvc.ModelBindingMessageProvider;
        string Unread() => texts["Tej wartości nie da się odczytać. Sprawdź, co jest wpisane."];
        string Missing() => texts["Uzupełnij to pole."];
        said.SetAttemptedValueIsInvalidAccessor((value, _) => value.Length == 0 ? Missing() : Unread());
        said.SetNonPropertyAttemptedValueIsInvalidAccessor(value => value.Length == 0 ? Missing() : Unread());
        said.SetValueIsInvalidAccessor(value => value.Length == 0 ? Missing() : Unread());
        said.SetUnknownValueIsInvalidAccessor(_ => Unread());
        said.SetNonPropertyUnknownValueIsInvalidAccessor(Unread);
        said.SetValueMustBeANumberAccessor(_ => texts["Wpisz liczbę."]);
        said.SetNonPropertyValueMustBeANumberAccessor(() => texts["Wpisz liczbę."]);
        said.SetValueMustNotBeNullAccessor(_ => Missing());
        said.SetMissingBindRequiredValueAccessor(_ => Missing());
        said.SetMissingKeyOrValueAccessor(Missing);
        said.SetMissingRequestBodyRequiredValueAccessor(Missing);
    }

    public static void MapAssets(this WebApplication app)
    {
        // In development .NET adds an endpoint for unknown files; it can carry no access and would ask visitors to sign in.
        app.Configuration["DisableStaticAssetNotFoundRuntimeFallback"] = "true";
        app.MapStaticAssets().Requires(Resource.Asset, Act.Read);
    }

    public static void MapShared(this WebApplication app)
    {
        app.MapGet("/theme.css", (HttpContext http, Theme theme) => theme.Stylesheet(http)).Requires(Resource.Asset, Act.Read).ExcludeFromDescription();
        app.MapGet("/app.webmanifest", AppManifest.Show).Requires(Resource.Asset, Act.Read).ExcludeFromDescription();
        app.MapPost("/wyglad", Theme.Choose).DisableAntiforgery().Requires(Resource.Preference, Act.Change).ExcludeFromDescription();
    }

    public static void MapPages(this WebApplication app) => app.MapRazorPages().WithStaticAssets();

    /// <summary>An unknown address is a real 404 page, not a request to sign in.</summary>
    public static void MapNotFound(this WebApplication app) =>
        app.MapFallback("{**path}", (HttpContext http) => { http.Response.StatusCode = StatusCodes.Status404NotFound; return Task.CompletedTask; })
            .Requires(Resource.Page, Act.Read);
}
