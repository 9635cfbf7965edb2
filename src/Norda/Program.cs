using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Features.Directory.Demo;
using Norda.Features.Directory.Import;
using Norda.Features.Directory.Profile;
using Norda.Features.Home;
using Norda.Features.Home.Documentation;
using Norda.Features.Mail;
using Norda.Features.Search;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

return await CommandLine.Run(args, Build, DatabaseAway.Explain,
    ServeCommand.Create,
    MigrateCommand.Create,
    SeedCommand.Create,
    ImportCommand.Create,
    EndpointsCommand.Create,
    SearchCommand.Create,
    ReindexCommand.Create);

static WebApplication Build(string[] settings)
{
    var builder = Hosting.CreateBuilder(settings);
    builder.AddPlatform();
    builder.AddAccess();
    builder.AddDatabase();
    builder.AddShared();
    builder.AddMail();
    builder.AddDirectory();
    builder.AddAccounts();
    builder.AddHome();
    builder.AddDocumentation();

    var app = builder.Build();
    app.UsePlatform();
    app.UseDatabaseGate();
    app.UseAccess();
    app.UseOutputCache();
    app.UseRateLimits();
    app.UsePageHeaders();

    app.MapAssets();
    app.MapHealth();
    app.MapShared();
    app.MapDirectoryApi();
    app.MapCompanyFiles();
    app.MapSearchApi();
    app.MapHome();
    app.MapDocumentation();
    app.MapPages();
    app.MapNotFound();
    return app;
}
