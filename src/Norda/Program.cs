using Norda.Data;
using Norda.Data.Audit;
using Norda.Data.Backup;
using Norda.Features.Accounts;
using Norda.Features.Classifieds;
using Norda.Features.Cooperation;
using Norda.Features.Directory;
using Norda.Features.Directory.Demo;
using Norda.Features.Directory.Import;
using Norda.Features.Events;
using Norda.Features.Fees;
using Norda.Features.Files;
using Norda.Features.Forum;
using Norda.Features.Home;
using Norda.Features.Jobs;
using Norda.Features.Mail;
using Norda.Features.Mail.Previews;
using Norda.Features.Membership;
using Norda.Features.Messages;
using Norda.Features.News;
using Norda.Features.Newsletter;
using Norda.Features.Notifications;
using Norda.Features.Office;
using Norda.Features.Papers;
using Norda.Features.Recommendations;
using Norda.Features.Reports;
using Norda.Features.Search;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

return await CommandLine.Run(args, Build, DatabaseAway.Explain,
    ServeCommand.Create,
    MigrateCommand.Create,
    SeedCommand.Create,
    ImportCommand.Create,
    AdminCommand.Create,
    AuditCommand.Create,
    BackupCommands.Backup,
    BackupCommands.Restore,
    GrantsCommand.Create,
    BounceCommand.Create,
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
    builder.AddFiles();
    builder.AddDirectory();
    builder.AddAccounts();
    builder.AddMembership();
    builder.AddNotifications();
    builder.AddRecommendations();
    builder.AddForum();
    builder.AddEvents();
    builder.AddMessages();
    builder.AddNews();
    builder.AddNewsletter();
    builder.AddReports();
    builder.AddClassifieds();
    builder.AddCooperation();
    builder.AddFees();
    builder.AddOffice();
    builder.AddPapers(); // after the office, whose demo settings stand on the demo papers
    builder.AddJobs();
    builder.AddHome();

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
    app.MapFiles();
    app.MapAccounts();
    app.MapNotifications();
    app.MapDirectory();
    app.MapEvents();
    app.MapMessages();
    app.MapSearchApi();
    app.MapForum();
    app.MapClassifieds();
    app.MapOffice();
    app.MapLetterPreviews();
    app.MapMembership();
    app.MapFees();
    app.MapPapers();
    app.MapHome();
    app.MapPages();
    app.MapNotFound();
    return app;
}
