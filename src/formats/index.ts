import type { Format } from '../model/format.ts';
import { accessPolicy } from './access-policy/index.ts';
import { aiTools } from './ai-tools/index.ts';
import { ansibleCfg } from './ansible-cfg/index.ts';
import { ansibleInventory } from './ansible-inventory/index.ts';
import { ansiblePlaybook } from './ansible-playbook/index.ts';
import { ansibleRequirements } from './ansible-requirements/index.ts';
import { ansibleTasks } from './ansible-tasks/index.ts';
import { ansibleVariables } from './ansible-variables/index.ts';
import { appsettings } from './appsettings/index.ts';
import { appveyor } from './appveyor/index.ts';
import { arm } from './arm/index.ts';
import { azurePipelines } from './azure-pipelines/index.ts';
import { bazel } from './bazel/index.ts';
import { bazelrc } from './bazelrc/index.ts';
import { bicep } from './bicep/index.ts';
import { bitbucketPipelines } from './bitbucket-pipelines/index.ts';
import { buildkite } from './buildkite/index.ts';
import { buildspec } from './buildspec/index.ts';
import { bunLock } from './bun-lock/index.ts';
import { bundleConfig } from './bundle-config/index.ts';
import { bunfig } from './bunfig/index.ts';
import { caddyfile } from './caddyfile/index.ts';
import { cargoConfig } from './cargo-config/index.ts';
import { cargoLock } from './cargo-lock/index.ts';
import { cargoToml } from './cargo-toml/index.ts';
import { cdk } from './cdk/index.ts';
import { cdktf } from './cdktf/index.ts';
import { circleci } from './circleci/index.ts';
import { cloudBuild } from './cloud-build/index.ts';
import { cloudInit } from './cloud-init/index.ts';
import { cloudbase } from './cloudbase/index.ts';
import { cloudformation } from './cloudformation/index.ts';
import { cloudformationParameters } from './cloudformation-parameters/index.ts';
import { compose } from './compose/index.ts';
import { composerJson } from './composer-json/index.ts';
import { composerLock } from './composer-lock/index.ts';
import { conan } from './conan/index.ts';
import { conanLock } from './conan-lock/index.ts';
import { concourse } from './concourse/index.ts';
import { condaEnvironment } from './conda-environment/index.ts';
import { configFiles } from './config-files/index.ts';
import { containerRegistries } from './container-registries/index.ts';
import { cyclonedx } from './cyclonedx/index.ts';
import { dependabot } from './dependabot/index.ts';
import { devcontainer } from './devcontainer/index.ts';
import { dockerBake } from './docker-bake/index.ts';
import { dockerfile } from './dockerfile/index.ts';
import { dotenv } from './dotenv/index.ts';
import { dotnetProject } from './dotnet-project/index.ts';
import { drone } from './drone/index.ts';
import { ecsTask } from './ecs-task/index.ts';
import { electronBuilder } from './electron-builder/index.ts';
import { gemfile } from './gemfile/index.ts';
import { gemfileLock } from './gemfile-lock/index.ts';
import { gitConfig } from './git-config/index.ts';
import { githubActions } from './github-actions/index.ts';
import { gitlabCi } from './gitlab-ci/index.ts';
import { goMod } from './go-mod/index.ts';
import { goSum } from './go-sum/index.ts';
import { goWork } from './go-work/index.ts';
import { goreleaser } from './goreleaser/index.ts';
import { gradle } from './gradle/index.ts';
import { gradleCatalog } from './gradle-catalog/index.ts';
import { gradleLock } from './gradle-lock/index.ts';
import { gradleProperties } from './gradle-properties/index.ts';
import { helmChart } from './helm-chart/index.ts';
import { helmLock } from './helm-lock/index.ts';
import { helmTemplate } from './helm-template/index.ts';
import { helmValues } from './helm-values/index.ts';
import { helmfile } from './helmfile/index.ts';
import { homeAssistant } from './home-assistant/index.ts';
import { javaResources } from './java-resources/index.ts';
import { jenkinsPlugins } from './jenkins-plugins/index.ts';
import { jenkinsfile } from './jenkinsfile/index.ts';
import { jinjaTemplate } from './jinja-template/index.ts';
import { kubernetes } from './kubernetes/index.ts';
import { kustomize } from './kustomize/index.ts';
import { lerna } from './lerna/index.ts';
import { makefile } from './makefile/index.ts';
import { maven } from './maven/index.ts';
import { mavenSettings } from './maven-settings/index.ts';
import { mix } from './mix/index.ts';
import { mixLock } from './mix-lock/index.ts';
import { nomad } from './nomad/index.ts';
import { npmrc } from './npmrc/index.ts';
import { nugetConfig } from './nuget-config/index.ts';
import { nugetLock } from './nuget-lock/index.ts';
import { packageJson } from './package-json/index.ts';
import { packageLock } from './package-lock/index.ts';
import { packageSources } from './package-sources/index.ts';
import { packer } from './packer/index.ts';
import { packerJson } from './packer-json/index.ts';
import { packerVariables } from './packer-variables/index.ts';
import { pdmLock } from './pdm-lock/index.ts';
import { pipConf } from './pip-conf/index.ts';
import { pipRequirements } from './pip-requirements/index.ts';
import { pipfile } from './pipfile/index.ts';
import { pipfileLock } from './pipfile-lock/index.ts';
import { pnpmLock } from './pnpm-lock/index.ts';
import { pnpmWorkspace } from './pnpm-workspace/index.ts';
import { podfile } from './podfile/index.ts';
import { podfileLock } from './podfile-lock/index.ts';
import { poetryLock } from './poetry-lock/index.ts';
import { powershell } from './powershell/index.ts';
import { preCommit } from './pre-commit/index.ts';
import { pubspec } from './pubspec/index.ts';
import { pubspecLock } from './pubspec-lock/index.ts';
import { pulumi } from './pulumi/index.ts';
import { pylock } from './pylock/index.ts';
import { pypirc } from './pypirc/index.ts';
import { pyproject } from './pyproject/index.ts';
import { renovate } from './renovate/index.ts';
import { ros } from './ros/index.ts';
import { rprofile } from './rprofile/index.ts';
import { samconfig } from './samconfig/index.ts';
import { sbt } from './sbt/index.ts';
import { serverless } from './serverless/index.ts';
import { serverlessDevs } from './serverless-devs/index.ts';
import { setupCfg } from './setup-cfg/index.ts';
import { setupPy } from './setup-py/index.ts';
import { shell } from './shell/index.ts';
import { shellShebang } from './shell-shebang/index.ts';
import { spdx } from './spdx/index.ts';
import { spring } from './spring/index.ts';
import { storageClients } from './storage-clients/index.ts';
import { swiftPackage } from './swift-package/index.ts';
import { swiftResolved } from './swift-resolved/index.ts';
import { terraform } from './terraform/index.ts';
import { terraformBackend } from './terraform-backend/index.ts';
import { terraformCli } from './terraform-cli/index.ts';
import { terraformLock } from './terraform-lock/index.ts';
import { terraformStack } from './terraform-stack/index.ts';
import { terraformState } from './terraform-state/index.ts';
import { terraformTest } from './terraform-test/index.ts';
import { terraformVariables } from './terraform-variables/index.ts';
import { terragrunt } from './terragrunt/index.ts';
import { travis } from './travis/index.ts';
import { unityPackages } from './unity-packages/index.ts';
import { userData } from './user-data/index.ts';
import { uvLock } from './uv-lock/index.ts';
import { vagrantfile } from './vagrantfile/index.ts';
import { vault } from './vault/index.ts';
import { yarnLock } from './yarn-lock/index.ts';
import { yarnrc } from './yarnrc/index.ts';
import { yarnrcYml } from './yarnrc-yml/index.ts';

/** Every format, in order: of several that claim a file by name, the first whose `sniff` agrees has it. */
export const FORMATS: readonly Format[] = [
  terraform,
  terraformVariables,
  terraformLock,
  terraformCli,
  terraformBackend,
  terraformTest,
  terraformStack,
  terraformState,
  packer,
  packerVariables,
  packerJson,
  dockerBake,
  nomad,
  terragrunt,
  cloudInit,
  userData,
  devcontainer,
  vagrantfile,
  packageJson,
  packageLock,
  npmrc,
  dockerfile,
  dotenv,
  compose,
  pulumi,
  serverless,
  serverlessDevs,
  cloudbase,
  githubActions,
  gitlabCi,
  azurePipelines,
  circleci,
  drone,
  bitbucketPipelines,
  travis,
  buildkite,
  appveyor,
  concourse,
  dependabot,
  renovate,
  preCommit,
  goreleaser,
  aiTools,
  storageClients,
  jenkinsfile,
  spring,
  appsettings,
  containerRegistries,
  packageSources,
  shell,
  powershell,
  makefile,
  gitConfig,
  jenkinsPlugins,
  kustomize,
  helmfile,
  helmChart,
  ansibleCfg,
  ansibleRequirements,
  jinjaTemplate,
  ansibleVariables,
  ansibleTasks,
  ansiblePlaybook,
  helmLock,
  helmTemplate,
  helmValues,
  ansibleInventory,
  kubernetes,
  ros,
  cloudformation,
  cloudformationParameters,
  samconfig,
  ecsTask,
  accessPolicy,
  buildspec,
  cloudBuild,
  cdk,
  cdktf,
  arm,
  bicep,
  pipRequirements,
  pipConf,
  pypirc,
  setupCfg,
  setupPy,
  homeAssistant,
  pyproject,
  pipfile,
  pipfileLock,
  gradle,
  gradleCatalog,
  gradleLock,
  gradleProperties,
  poetryLock,
  uvLock,
  pdmLock,
  pylock,
  condaEnvironment,
  unityPackages,
  maven,
  mavenSettings,
  dotnetProject,
  nugetConfig,
  nugetLock,
  composerJson,
  composerLock,
  swiftResolved,
  conanLock,
  cyclonedx,
  spdx,
  pubspec,
  pubspecLock,
  podfileLock,
  bundleConfig,
  gemfile,
  gemfileLock,
  podfile,
  mix,
  mixLock,
  swiftPackage,
  conan,
  bazel,
  bazelrc,
  sbt,
  goMod,
  goSum,
  goWork,
  cargoToml,
  cargoLock,
  cargoConfig,
  pnpmLock,
  pnpmWorkspace,
  yarnLock,
  yarnrc,
  yarnrcYml,
  bunfig,
  lerna,
  electronBuilder,
  rprofile,
  bunLock,
  // After all that can have a file in the same folder.
  javaResources,
  caddyfile,
  vault,
  configFiles,
  shellShebang,
];
