using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Norda.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddOffice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "proof_asked_at",
                table: "users",
                type: "timestamp without time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "sessions_ended_at",
                table: "users",
                type: "timestamp without time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "dictionary_slugs",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    slug = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    entry_id = table.Column<int>(type: "integer", nullable: false),
                    retired_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dictionary_slugs", x => new { x.kind, x.slug });
                });

            migrationBuilder.CreateIndex(
                name: "ix_dictionary_slugs_kind_entry_id",
                table: "dictionary_slugs",
                columns: new[] { "kind", "entry_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "dictionary_slugs");

            migrationBuilder.DropColumn(
                name: "proof_asked_at",
                table: "users");

            migrationBuilder.DropColumn(
                name: "sessions_ended_at",
                table: "users");
        }
    }
}
